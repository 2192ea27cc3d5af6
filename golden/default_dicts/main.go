package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Stats struct {
	hits  int
	names *py.List[string]
}

type Config struct {
	stats  *Stats
	queue  *collections.Deque[int]
	limits *py.Dict[string, int]
}

// Words by their first letter.
type Index struct {
	words  *py.Dict[string, *py.List[string]]
	counts *py.Dict[string, int]
}

func newIndex() *Index {
	return &Index{words: py.DictOf[string, *py.List[string]](), counts: py.DictOf[string, int]()}
}

func (i *Index) add(word string) {
	i.words.GetOrMake(py.StrIndex(word, 0), py.NewList).Append(word)
	container := i.counts
	container.Set(word, container.GetOr(word, 0)+1)
}

func (i *Index) report() *py.List[string] {
	items := py.ListOf[string]()
	for item := range py.SortedList(py.Pairs(i.words.All())).All() {
		k, v := item[0].(string), item[1].(*py.List[string])
		items.Append(k + ": " + strings.Join(v.Items(), ", "))
	}
	return items
}

func group(pairs *py.List[py.Pair[string, int]]) *py.Dict[string, *py.List[int]] {
	out := py.DictOf[string, *py.List[int]]()
	for item := range pairs.All() {
		k, v := item.First, item.Second
		out.GetOrMake(k, py.NewList).Append(v)
	}
	return out.Copy()
}

func total(d *py.Dict[string, float64], key string) float64 {
	return d.SetDefault(key, 0.0)
}

func asyncMain(ctx context.Context) error {
	index := newIndex()
	for w := range py.StrFields("apple avocado banana apple cherry").All() {
		index.add(w)
	}
	fmt.Println(index.report(), index.counts.SetDefault("apple", 0), index.counts.SetDefault("none", 0), index.counts.Len())
	fmt.Println(group(py.ListOf[py.Pair[string, int]](py.PairOf("a", 1), py.PairOf("b", 2), py.PairOf("a", 3))))
	sums := py.DictOf[string, float64]()
	sums.Set("x", sums.GetOr("x", 0.0)+1.5)
	sums.Set("x", sums.GetOr("x", 0.0)*2)
	py.Print(sums.SetDefault("x", 0.0), total(sums, "y"), py.SortedList(sums.Keys()), sums.Has("y"), sums.OrNone("z"), sums.Pop("y"))
	seen := py.DictOf[int, *py.Set[string]]()
	seen.GetOrMake(3, py.NewSet).Add("c")
	seen.GetOrMake(1, py.NewSet).Add("a")
	arg := py.ListFrom(seen.Keys())
	items := py.ListOf[int]()
	for s := range seen.Values() {
		items.Append(s.Len())
	}
	fmt.Println(arg, items, py.MaxOf(seen.Keys()))
	nested := py.DictOf[string, *py.Dict[string, int]]()
	container := nested.GetOrMake("a", py.NewDict)
	container.Set("b", container.GetOr("b", 0)+2)
	container2 := nested.GetOrMake("a", py.NewDict)
	container2.Set("c", container2.GetOr("c", 0)-1)
	mapping := py.DictOf[string, *py.Dict[string, int]]()
	for k, v := range nested.All() {
		mapping.Set(k, v.Copy())
	}
	fmt.Println(mapping)
	rows := py.DictOf[string, *py.List[int]]()
	container3 := rows.GetOrMake("r", func() *py.List[int] { return py.ListOf[int](0, 0) })
	container3.Set(1, container3.Get(1)+5)
	rows.GetOrMake("s", func() *py.List[int] { return py.ListOf[int](0, 0) })
	fmt.Println(py.ListFrom(py.Pairs(rows.All())))
	table := py.DictOf[string, *Stats]()
	table.GetOrMake("q", func() *Stats { return &Stats{hits: 0, names: py.ListOf[string]()} }).hits++
	table.GetOrMake("q", func() *Stats { return &Stats{hits: 0, names: py.ListOf[string]()} }).names.Append("n")
	py.Print(table.GetOrMake("q", func() *Stats { return &Stats{hits: 0, names: py.ListOf[string]()} }), table.GetOrMake("w", func() *Stats { return &Stats{hits: 0, names: py.ListOf[string]()} }).hits, table.Len())
	err := py.Try(func() error {
		py.DelItem(sums, "nope")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("KeyError", err)
	}
	c := &Config{stats: &Stats{hits: 0, names: py.ListOf[string]()}, queue: collections.NewDeque[int](), limits: py.DictOf[string, int]("a", 1)}
	c.queue.Append(4)
	c.stats.hits += 2
	py.Print(c, (&Config{stats: &Stats{hits: 0, names: py.ListOf[string]()}, queue: collections.NewDeque[int](), limits: py.DictOf[string, int]("a", 1)}).stats.hits)
	shown := py.Call(collections.Module().Attr("defaultdict"), py.IntClass)
	py.SetItem(shown, "k", py.IAdd(py.GetItem(shown, "k"), 1))
	py.Print(shown, py.Repr(shown), py.Eq(shown, py.DictOf[string, int]("k", 1)), py.IsInstance(shown, py.DictClass), py.GetAttr(shown, "default_factory"))
	big := py.DictOf[string, any]()
	for i := range 70 {
		big.Set("n", py.IAdd(big.SetDefault("n", 0), py.Pow(2, i)))
	}
	py.Print(big.SetDefault("n", 0), big.Copy())
	return nil
}

func failing(divisor int) {
	shares := py.DictOf[string, int]()
	err := py.Try(func() error {
		shares.Set("a", py.FloorDivInt(shares.SetDefault("a", 0), divisor))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ZeroDivisionError) {
			panic(err)
		}
		fmt.Println(err, py.SortedList(py.Pairs(shares.All())))
	}
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Stats]("Stats", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "hits"}, {Name: "names"}})
		dataclasses.Struct(py.StructClass[Config]("Config", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "stats"}, {Name: "queue"}, {Name: "limits"}})

		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}

		failing(0)
		return nil
	})
}
