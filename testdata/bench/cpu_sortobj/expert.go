package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

type item struct {
	name   string
	weight float64
	rank   int
}

func makeItems(n int) []*item {
	x := 42
	items := make([]*item, 0, n)
	for i := range n {
		x = (x*1103515245 + 12345) % 2147483648
		items = append(items, &item{"n" + strconv.Itoa(x%1000), float64(x) / 1000, i})
	}
	return items
}

func main() {
	items := makeItems(120000)
	s := 0
	for r := range 3 {
		byName := slices.Clone(items)
		slices.SortFunc(byName, func(a, b *item) int {
			return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(b.rank, a.rank))
		})
		s += byName[r*100].rank
		slices.SortStableFunc(items, func(a, b *item) int {
			if r%2 == 0 {
				a, b = b, a
			}
			return cmp.Compare(a.weight, b.weight)
		})
		s += items[r*77].rank
	}
	fmt.Println(s, items[0].name, items[len(items)-1].name)
}
