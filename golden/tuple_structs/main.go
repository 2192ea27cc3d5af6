// Tuples whose items have types of their own, everywhere a tuple can go.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/heapq"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

type Node struct {
	name string
}

func newNode(name string) *Node {
	return &Node{name: name}
}

func (n *Node) less(other *Node) bool {
	return n.name < other.name
}

func (n *Node) repr() string {
	return "Node(" + n.name + ")"
}

type Grid struct {
	size  py.Pair[int, int]
	cells *py.Dict[any, string]
	last  any
}

var gridOrigin py.Pair[int, int]

func newGrid(width, height int) *Grid {
	return &Grid{size: py.PairOf(width, height), cells: py.DictOf[any, string](), last: nil}
}

func (g *Grid) put(x, y int, what string) {
	g.cells.Set(py.Tuple{x, y}, what)
	g.last = py.Tuple{x, y}
}

func (g *Grid) around(x, y int) *py.List[py.Pair[int, int]] {
	found := py.ListOf[py.Pair[int, int]]()
	for _, item := range []py.Pair[int, int]{py.PairOf(0, 1), py.PairOf(1, 0), py.PairOf(0, -1), py.PairOf(-1, 0)} {
		dx, dy := item.First, item.Second
		if py.Contains(g.cells, py.Tuple{x + dx, y + dy}) {
			found.Append(py.PairOf(x+dx, y+dy))
		}
	}
	return found
}

func fib(n int) any {
	state := py.Tuple{0, 1}
	for range n {
		state = py.Tuple{state[1], py.Add(state[0], state[1])}
	}
	return state[0]
}

func split(text string, at int) any {
	if at > py.StrLen(text) {
		return nil
	}
	return py.Tuple{py.StrSlice(text, nil, at, nil), py.StrSlice(text, at, nil, nil)}
}

func show(values py.Tuple, named *py.Dict[string, py.Pair[int, string]]) {
	py.Print(values, py.SortedList(py.Pairs(named.All())))
}

func untyped(x any) any {
	return x
}

var area any

func pairs(n int) *py.Generator {
	return py.NewGenerator("pairs", func(y *py.Yielder) any {
		for i := range n {
			y.Yield(py.Tuple{i, float64(i) * 0.5})
		}
		return nil
	}).Streams()
}

func stream(n int) *py.AsyncGenerator {
	return py.NewAsyncGenerator("stream", func(ctx context.Context, y *py.AsyncYielder) error {
		for i := range n {
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			if _, err := y.Yield(py.Tuple{strconv.Itoa(i), i}); err != nil {
				return err
			}
		}
		return nil
	}).Streams()
}

func measure(ctx context.Context, name string) (py.Triple[string, int, bool], error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return py.Triple[string, int, bool]{}, err
	}
	return py.TripleOf(name, py.StrLen(name), true), nil
}

func dicts() {
	grid := newGrid(3, 4)
	gridBound := true
	grid.put(1, 1, "a")
	grid.put(1, 2, "b")
	grid.put(0, 1, "c")
	py.Print(grid.size.Tuple(), gridOrigin.Tuple(), gridOrigin.Tuple(), grid.last, grid.cells)
	fmt.Println(grid.around(1, 1), grid.around(9, 9))
	py.Print(grid.cells.OrNone(py.Tuple{1, 1}), grid.cells.OrNone(py.Tuple{5, 5}), grid.cells.GetOr(py.Tuple{5, 5}, "?"), py.Contains(grid.cells, py.Tuple{1, 2}))
	fmt.Println(grid.cells.Pop(py.Tuple{1, 2}), grid.cells.SetDefault(py.Tuple{7, 7}, "s"), py.ListFrom(grid.cells.Keys()))
	py.DelItem(grid.cells, py.Tuple{0, 1})
	err := py.Try(func() error {
		py.DelItem(grid.cells, py.Tuple{0, 1})
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			panic(err)
		}
		e := err
		py.Print("KeyError", e, py.GetAttr(e, "args"))
	}
	py.CheckLocal(gridBound, "grid")
	for item, what := range grid.cells.All() {
		values := py.Unpack(item, 2)
		x, y := values[0], values[1]
		py.Print(x, y, what)
	}
	py.Print(py.Contains(grid.cells, py.Tuple{1.0, 1}), py.Contains(grid.cells, py.Tuple{true, true}), grid.cells.Has(untyped(py.Tuple{1, 1})), grid.cells.Get(untyped(py.Tuple{1, 1})))
	counts := py.CallMethod(collections.Module(), "Counter", py.ListOf[any](py.Tuple{"a", 1}, py.Tuple{"b", 2}, py.Tuple{"a", 1}))
	py.Print(py.GetItem(counts, py.Tuple{"a", 1}), py.CallMethod(counts, "most_common", 1))
	groups := py.DictOf[py.Pair[int, string], *py.List[py.Pair[float64, bool]]]()
	groups.GetOrMake(py.PairOf(1, "x"), py.NewList).Append(py.PairOf(2.5, true))
	groups.GetOrMake(py.PairOf(1, "x"), py.NewList).Append(py.PairOf(1.5, false))
	fmt.Println(groups.Copy(), py.SortedList(groups.GetOrMake(py.PairOf(1, "x"), py.NewList).All()))
}

func sets() {
	seen := py.SetOf[any](py.Tuple{1, 2}, py.Tuple{3, 4}, py.Tuple{1, 2})
	seen.Add(py.Tuple{5, 6})
	py.Print(seen.Len(), py.SortedList(seen.All()), py.Contains(seen, py.Tuple{3, 4}), py.Eq(py.Sub(seen, py.SetOf[any](py.Tuple{1, 2})), py.SetOf[py.Pair[int, int]](py.PairOf(3, 4), py.PairOf(5, 6))))
	nan := py.ParseFloat("nan")
	odd := py.PairOf(nan, 1)
	py.Print(py.Equal(odd.Tuple(), odd.Tuple()), py.ListOf[py.Pair[float64, int]](odd).Has(odd), py.ListOf[py.Pair[float64, int]](odd).Index(odd), py.DictOf[py.Pair[float64, int], int](odd, 1).OrNone(odd))
	py.Print(py.Hash(py.Tuple{1, 2}) == py.Hash(py.Tuple{1.0, py.Add(true, 1)}), py.Hash(py.Tuple{"a", py.Tuple{1, 2}}) == py.Hash(untyped(py.Tuple{"a", py.Tuple{1, 2}})), py.Hash(py.Tuple{1, 2, 3}))
	set := py.SetOf[py.Pair[int, int]]()
	for i := range 6 {
		set.Add(py.PairOf(i%3, i))
	}
	fmt.Println(set)
}

func order() {
	heap := py.ListOf[py.Triple[float64, int, *Node]]()
	for i, name := range py.ListOf[string]("d", "b", "c", "a").Enumerate() {
		heapq.Push(heap, py.TripleOf(float64(i%2)*0.5, i%2, newNode(name)))
	}
	for heap.Len() > 0 {
		values := heapq.Pop(heap)
		cost, i, node := values.First, values.Second, values.Third
		py.PrintWith([]any{cost, i, node}, py.PrintOptions{End: "; "})
	}
	fmt.Println()
	rows := py.ListOf[py.Pair[string, int]](py.PairOf("b", 2), py.PairOf("a", 2), py.PairOf("c", 1))
	py.Print(py.SortedList(rows.All()), py.SortedListBy(rows.All(), func(r py.Pair[string, int]) py.Pair[int, string] { return py.PairOf(-r.Second, r.First) }, false), py.MinOf(rows.All()).Tuple(), py.MaxBy(rows.All(), func(r py.Pair[string, int]) int { return r.Second }).Tuple())
	py.CallMethodKw(rows, "sort", nil, py.Kwargs{{Name: "reverse", Value: true}})
	py.Print(rows, rows.Count(py.PairOf("a", 2)), rows.Index(py.PairOf("a", 2)), rows.Has(py.PairOf("z", 9)))
	rows.Remove(py.PairOf("b", 2))
	py.Print(rows, py.Less(py.Tuple{1, 2}, py.Tuple{1, 3}), py.PairOf(1, 2) == py.PairOf(1, 2), py.PairOf(1, "a") != py.PairOf(1, "a"), py.GreaterEqual(py.Tuple{1.5, 2}, py.Tuple{1.5, 3}), py.Equal(py.Tuple{1, 2}, py.ListOf[int](1, 2)))
	a, b := py.PairOf(1, 2), py.PairOf(1, 2)
	py.Print(a == b, py.LessEqual(a.Tuple(), b.Tuple()), py.Add(a.Tuple(), b.Tuple()), py.Mul(a.Tuple(), 2), len(a.Tuple()), a.Second, py.GetItem(a.Tuple(), py.NewSlice(nil, nil, -1)), py.CallMethod(a.Tuple(), "index", 2), py.CallMethod(a.Tuple(), "count", 1))
	err := py.Try(func() error {
		py.Print(py.GetItem(py.Tuple{1, 2}, untyped(2)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func dynamic() error {
	pair := py.PairOf(3, "x")
	show(py.Tuple{pair.Tuple(), pair.First, pair.Second}, py.DictOf[string, py.Pair[int, string]]("key", pair))
	py.Print(py.PercentFormat("%s-%s", pair.Tuple()), fmt.Sprintf("%s %10s", py.Str(pair.Tuple()), py.Repr(pair.Tuple())), py.CallMethod("{0[1]}", "format", pair.Tuple()), py.Str(pair.Tuple()), py.Repr(py.Tuple{1.0, "q"}))
	py.Print(json.Dumps(py.ListOf[py.Pair[int, string]](pair, pair)), py.IsInstance(pair.Tuple(), py.TupleClass), py.TypeOf(pair.Tuple()).Name(), py.Truth(pair.Tuple()))
	values := py.UnpackStar(pair.Tuple(), 1, 0)
	first, rest := values[0], values[1]
	items := py.ListOf[any]()
	for x := range py.Iter(pair.Tuple()) {
		items.Append(x)
	}
	py.Print(first, rest, items, py.ListFrom(py.Items[any](pair.Tuple())), py.Call(py.DictClass, py.ListOf[any](pair.Tuple(), py.Tuple{4, "y"})))
	mixed := py.ListOf[any](pair.Tuple(), py.Tuple{4, "y"}, nil)
	for m := range mixed.All() {
		if m != nil {
			values := py.As[py.Pair[int, string]](m)
			n := values.First
			var s any = values.Second
			py.PrintWith([]any{n, s}, py.PrintOptions{End: " "})
		}
	}
	fmt.Println(mixed)
	items2 := py.BoxList(py.ListFrom(py.Pairs(py.DictOf[string, int]("k", 1).All())))
	items2.Append(py.Tuple{"l", 2})
	py.Print(items2, py.SortedListBy(items2.All(), func(kv any) any { return py.GetItem(kv, 1) }, true), py.Call(py.DictClass, items2))
	if items, ok := py.MatchSequence(pair.Tuple(), 2, -1); ok {
		if py.Truth(py.Eq(items[0], 3)) {
			if attrs, ok := py.MatchClass(items[1], py.StrClass, 1); ok {
				var s any = attrs[0]
				py.Print("matched", s)
			}
		}
	}
	for _, at := range []int{2, 9} {
		parts := split("hello", at)
		if parts == nil {
			fmt.Println("none")
		} else {
			values := py.As[py.Pair[string, string]](parts)
			head, tail := values.First, values.Second
			py.Print(head, tail, py.As[py.Pair[string, string]](parts).Tuple())
		}
	}
	py.Print(fib(100), py.Call(area, py.Tuple{3, 4}), py.Call(area, py.Tuple{3, 4}), py.GetAttr(py.CallMethod(area, "cache_info"), "hits"))
	nested := py.ListOf[py.Pair[py.Pair[int, int], string]](py.PairOf(py.PairOf(1, 2), "a"), py.PairOf(py.PairOf(0, 5), "b"))
	nested.Sort()
	var x int
	var y int
	for item := range nested.All() {
		values := item.First
		x = values.First
		y = values.Second
		name := item.Second
		py.PrintWith([]any{x, y, name}, py.PrintOptions{End: " "})
	}
	fmt.Println(nested, py.MaxOf(nested.All()).First.Second)
	py.Print(py.CallMethod(functools.Module(), "reduce", py.Func("dynamic.<locals>.<lambda>(acc, x)", func(acc, x any) any {
		return py.Tuple{py.Add(py.GetItem(acc, 0), x), py.Mul(py.GetItem(acc, 1), x)}
	}), py.ListOf[any](1, 2, 3), py.Tuple{0, 1}))
	items3 := py.ListOf[py.Pair[int, string]]()
	for i, c := range py.Enumerate(py.StrIter("ab")) {
		items3.Append(py.PairOf(i, c))
	}
	fmt.Println(items3, py.ListFrom(py.Pairs(py.Zip(py.ListOf[int](1, 2), py.ListOf[py.Pair[int, int]](py.PairOf(1, 2), py.PairOf(3, 4))))), py.ListFrom(py.Items[py.Pair[int, float64]](pairs(3))))
	total := 0.0
	for item := range py.IterOnce(pairs(4)) {
		values := py.Unpack(item, 2)
		i, half := py.As[int](values[0]), py.As[float64](values[1])
		total += float64(i) * half
	}
	py.Print(total)
	x, y = 1, 2
	x, y = y, x
	fmt.Println(x, y)
	swap := py.PairOf(x, y)
	y = swap.First
	x = swap.Second
	fmt.Println(x, y)
	err := py.Try(func() error {
		return py.NewValueError(pair.Tuple(), 1)
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		e := err
		py.Print(py.GetAttr(e, "args"), e)
	}
	var wide any = py.Tuple{1, 2}
	wide = py.IAdd(wide, py.Tuple{3})
	py.Print(wide)
	return nil
}

func asyncMain(ctx context.Context) error {
	dicts()
	sets()
	order()
	if err := dynamic(); err != nil {
		return err
	}
	for item, err := range py.AsyncEach(ctx, stream(2)) {
		if err != nil {
			return err
		}
		values := py.Unpack(item, 2)
		text, n := py.As[string](values[0]), py.As[int](values[1])
		fmt.Println(text, n)
	}
	pairs := py.ListOf[py.Pair[string, int]]()
	for pairItem, err := range py.AsyncEach(ctx, stream(2)) {
		if err != nil {
			return err
		}
		pair := py.As[py.Pair[string, int]](pairItem)
		pairs.Append(pair)
	}
	fmt.Println(pairs)
	measureResult, err := measure(ctx, "abc")
	if err != nil {
		return err
	}
	name, length, ok := measureResult.First, measureResult.Second, measureResult.Third
	measureResult2, err := measure(ctx, "de")
	if err != nil {
		return err
	}
	py.Print(name, length, ok, measureResult2.Tuple())
	results, err := asyncio.Gather[py.Triple[string, int, bool]](ctx, asyncio.GoValue(func(ctx context.Context) (py.Triple[string, int, bool], error) {
		return measure(ctx, "x")
	}).Named("measure"), asyncio.GoValue(func(ctx context.Context) (py.Triple[string, int, bool], error) {
		return measure(ctx, "yy")
	}).Named("measure"))
	if err != nil {
		return err
	}
	items := py.ListOf[int]()
	for r := range results.All() {
		items.Append(r.Second)
	}
	fmt.Println(results, items)
	task := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (py.Triple[string, int, bool], error) {
		return measure(ctx, "task")
	}).Named("measure"))
	result, err := task.Await(ctx)
	if err != nil {
		return err
	}
	arg := result.First
	result2, err := task.Result()
	if err != nil {
		return err
	}
	py.Print(arg, result2.Tuple())
	queue := asyncio.NewPriorityQueue[py.Pair[int, string]](0)
	for _, item := range []py.Pair[int, string]{py.PairOf(2, "b"), py.PairOf(1, "z"), py.PairOf(1, "a")} {
		p, q := item.First, item.Second
		if err := queue.PutNowait(py.PairOf(p, q)); err != nil {
			return err
		}
	}
	for !queue.Empty() {
		result, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		py.PrintWith([]any{result.Tuple()}, py.PrintOptions{End: " "})
	}
	fmt.Println()
	future := asyncio.FutureOn[py.Pair[int, string]](asyncio.GetRunningLoop())
	future.SetResult(py.PairOf(1, "f"))
	result3, err := future.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result3.Tuple())
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Node](
			"Node",
			nil,
			py.Kw{Name: "__lt__", Value: py.Func("Node.__lt__(self, other)", (*Node).less)},
			py.Kw{Name: "__repr__", Value: py.Func("Node.__repr__(self)", (*Node).repr)},
		)
		gridOrigin = py.PairOf(0, 0)
		area = py.Call(py.CallMethodKw(functools.Module(), "lru_cache", nil, py.Kwargs{{Name: "maxsize", Value: nil}}), py.Func("area(size)", func(size any) any {
			return py.Mul(py.GetItem(size, 0), py.GetItem(size, 1))
		}))

		return asyncio.RunFunc(asyncMain)
	})
}
