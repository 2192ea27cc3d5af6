package py

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPrefixSort holds sorting by prefixes to sorting by the keys themselves,
// for keys that are often equal, alike at the beginning, and of special values.
func TestPrefixSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() any {
		return strings.Repeat("ab\x00", r.IntN(6)) + []string{"", "\x00", "b", "é", "\U0001F600"}[r.IntN(5)]
	}
	number := func() any { return []int{math.MinInt, -5, -1, 0, 1, 5, math.MaxInt}[r.IntN(7)] }
	float := func() any {
		return []float64{math.Inf(-1), -2.5, math.Copysign(0, -1), 0, 1e-300, 2.5, math.Inf(1)}[r.IntN(7)]
	}
	mixed := func() any { return []any{1, 1.0, true, 2}[r.IntN(4)] }
	for name, key := range map[string]func() any{
		"str": word, "int": number, "float": float, "mixed": mixed,
		"tuple":  func() any { return Tuple{word(), number()} },
		"triple": func() any { return Tuple{number(), word(), float()} },
		"second": func() any { return Tuple{number(), mixed()} },
		"long":   func() any { return Tuple{word(), word(), word()} },
		"single": func() any { return Tuple{float()} },
	} {
		keys := make([]any, 500)
		items, want := make([]int, len(keys)), make([]int, len(keys))
		for i := range keys {
			keys[i], items[i], want[i] = key(), i, i
		}
		sortByKey(items, func(i int) any { return keys[i] }, false)
		mergeSort(append([]any{}, keys...), want, lessAny)
		for i := range items {
			if items[i] != want[i] {
				t.Errorf("%s: item %d is %v, want %v", name, i, keys[items[i]], keys[want[i]])
				break
			}
		}
	}
}
