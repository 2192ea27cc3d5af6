package py

import (
	"slices"
	"testing"
)

// TestSortComparisons holds the number of comparisons that a sort makes to
// those CPython 3.13 makes for the same lists: equal numbers over random,
// repetitive and partly ordered input mean the same algorithm.
func TestSortComparisons(t *testing.T) {
	for _, c := range []struct{ kind, n, want int }{
		{0, 2, 1}, {0, 3, 6}, {0, 10, 24}, {0, 33, 126}, {0, 64, 301}, {0, 65, 306},
		{0, 100, 535}, {0, 127, 714}, {0, 128, 739}, {0, 200, 1272}, {0, 500, 3826}, {0, 1000, 8668},
		{0, 3000, 30785}, {1, 2, 1}, {1, 3, 4}, {1, 10, 24}, {1, 33, 126}, {1, 64, 299},
		{1, 65, 313}, {1, 100, 527}, {1, 127, 704}, {1, 128, 731}, {1, 200, 1205}, {1, 500, 3315},
		{1, 1000, 6802}, {1, 3000, 20965}, {2, 2, 1}, {2, 3, 5}, {2, 10, 20}, {2, 33, 95},
		{2, 64, 72}, {2, 65, 73}, {2, 100, 111}, {2, 127, 140}, {2, 128, 137}, {2, 200, 213},
		{2, 500, 516}, {2, 1000, 1018}, {2, 3000, 3021}, {3, 2, 1}, {3, 3, 2}, {3, 10, 16},
		{3, 33, 109}, {3, 64, 247}, {3, 65, 219}, {3, 100, 469}, {3, 127, 623}, {3, 128, 421},
		{3, 200, 991}, {3, 500, 2647}, {3, 1000, 5583}, {3, 3000, 16524}, {4, 2, 1}, {4, 3, 3},
		{4, 10, 13}, {4, 33, 57}, {4, 64, 117}, {4, 65, 112}, {4, 100, 177}, {4, 127, 225},
		{4, 128, 232}, {4, 200, 350}, {4, 500, 884}, {4, 1000, 1822}, {4, 3000, 5435}, {5, 2, 1},
		{5, 3, 6}, {5, 10, 23}, {5, 33, 112}, {5, 64, 155}, {5, 65, 165}, {5, 100, 264},
		{5, 127, 337}, {5, 128, 255}, {5, 200, 394}, {5, 500, 999}, {5, 1000, 1999}, {5, 3000, 6000},
	} {
		items := sortInput(c.kind, c.n)
		count := 0
		ListOf(items...).SortFunc(func(a, b int) bool {
			count++
			return a < b
		})
		if count != c.want {
			t.Errorf("kind %d, %d items: %d comparisons, want %d", c.kind, c.n, count, c.want)
		}
	}
}

// sortInput makes a list of a kind from a linear congruential generator.
func sortInput(kind, n int) []int {
	seed := kind*1000 + n
	items := make([]int, n)
	for i := range items {
		seed = (seed*1103515245 + 12345) & 0x7FFFFFFF
		items[i] = seed >> 8
	}
	backward := func(a, b int) int { return b - a }
	switch kind {
	case 1:
		for i, x := range items {
			items[i] = x % 10
		}
	case 2:
		slices.Sort(items)
		slices.SortFunc(items[n/2:], backward)
	case 3:
		for i, x := range items {
			items[i] = i
			if x%10 == 0 {
				items[i] = x % n
			}
		}
	case 4:
		for i, x := range items {
			items[i] = x % 5
		}
		slices.SortFunc(items, backward)
	case 5:
		slices.Sort(items[:n/3])
		slices.Sort(items[n/3:])
	}
	return items
}
