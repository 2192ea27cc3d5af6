package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func countWords(text string) *py.Dict[string, any] {
	counts := py.DictOf[string, any]()
	for word := range py.StrFields(py.StrLower(text)).All() {
		counts.Set(word, py.Add(counts.GetOr(word, 0), 1))
	}
	return counts
}

func main() {
	py.Main(func() error {
		counts := countWords("the cat and the dog and the bird")
		fmt.Println(counts)
		for item := range py.SortedListBy(py.Pairs(counts.All()), func(item py.Tuple) py.Tuple {
			return py.Tuple{py.Neg(item[1]), item[0].(string)}
		}, false).All() {
			word, n := item[0].(string), item[1]
			fmt.Printf("%-5s %s\n", word, py.Format(n, ""))
		}
		py.Print(py.ListFrom(counts.Keys()), py.ListFrom(counts.Values()), counts.Has("cat"), counts.Len())
		counts.Pop("cat")
		counts.SetDefault("fish", 7)
		counts.Update(py.DictOf[string, any]("dog", 5, "ox", 1))
		py.Print(counts, counts.OrNone("nope"), counts.PopOr("nope", -1))
		py.DelItem(counts, "ox")
		merged := py.BitOr(counts, py.DictOf[any, any]("the", 0))
		mapping := py.DictOf[any, any]()
		for item := range py.Iter(py.CallMethod(merged, "items")) {
			values := py.Unpack(item, 2)
			k, v := values[0], values[1]
			mapping.Set(v, k)
		}
		py.Print(merged, mapping)
		nested := py.DictOf[string, *py.Dict[string, int]]("a", py.DictOf[string, int]("x", 1), "b", py.DictOf[string, int]())
		nested.Get("b").Set("y", 2)
		fmt.Println(nested, nested.Get("a").Get("x"))
		err := py.Try(func() error {
			nested.Get("c")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			fmt.Println("KeyError:", err)
		}
		return nil
	})
}
