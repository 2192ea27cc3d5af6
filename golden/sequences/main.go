// Generators that one loop alone goes through, and those that are more than that.
package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		x := 7
		for range n {
			x = (x*1103515245 + 12345) % 2147483648
			if !yield(x % 1000) {
				return
			}
		}
	}
}

func evens(it iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for v := range it {
			if v%2 == 0 {
				if !yield(v / 2) {
					return
				}
			}
		}
	}
}

func until(limit int) iter.Seq[string] {
	return func(yield func(string) bool) {
		i := 0
		for {
			if i > limit {
				fmt.Println("generator returns")
				return
			}
			if !yield("item " + strconv.Itoa(i)) {
				return
			}
			i++
		}
	}
}

type Node struct {
	value int
	left  *Node
	right *Node
}

func newNode(value int, left, right *Node) *Node {
	return &Node{value: value, left: left, right: right}
}

func walk(node *Node) iter.Seq[int] {
	return func(yield func(int) bool) {
		if node != nil {
			for v := range walk(node.left) {
				if !yield(v) {
					return
				}
			}
			if !yield(node.value) {
				return
			}
			for v := range walk(node.right) {
				if !yield(v) {
					return
				}
			}
		}
	}
}

func failing(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if i == 3 {
				panic(py.NewValueError("no " + strconv.Itoa(i)))
			}
			if !yield(i) {
				return
			}
		}
	}
}

func firstOver(it iter.Seq[int], limit int) int {
	for v := range it {
		if v > limit {
			return v
		}
	}
	return -1
}

func counted(n int) *py.Generator {
	return py.NewGenerator("counted", func(y *py.Yielder) any {
		for i := range n {
			y.Yield(i)
		}
		return nil
	}).Streams()
}

// Goes through the rest twice, so that the iterator must be an object.
func both(it any) *py.List[int] {
	seen := py.ListOf[int]()
	for range 2 {
		for vItem := range py.Iter(it) {
			v := py.As[int](vItem)
			seen.Append(v)
			if seen.Len() == 2 {
				break
			}
		}
	}
	return seen
}

func source(ctx context.Context, n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if i%10 == 0 {
				if err := asyncio.Sleep(ctx, 0); err != nil {
					yield(0, err)
					return
				}
			}
			if !yield(i, nil) {
				return
			}
		}
	}
}

func double(ctx context.Context, it iter.Seq2[int, error]) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for v, err := range it {
			if err != nil {
				yield(0, err)
				return
			}
			if !yield(v*2, nil) {
				return
			}
		}
	}
}

func keep3(ctx context.Context, it iter.Seq2[int, error]) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for v, err := range it {
			if err != nil {
				yield(0, err)
				return
			}
			if v%3 == 0 {
				if !yield(v, nil) {
					return
				}
			}
		}
	}
}

func broken(ctx context.Context, n int) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if !yield("one", nil) {
			return
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			yield("", err)
			return
		}
		if n > 1 {
			yield("", py.NewKeyError("two"))
			return
		}
		if !yield("three", nil) {
			return
		}
	}
}

func collect(ctx context.Context, it iter.Seq2[string, error]) (*py.List[string], error) {
	out := py.ListOf[string]()
	for v, err := range it {
		if err != nil {
			return nil, err
		}
		out.Append(v)
	}
	return out, nil
}

func ticks(ctx context.Context) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		i := 0
		for {
			if !yield(i, nil) {
				return
			}
			i++
			if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
				yield(0, err)
				return
			}
		}
	}
}

func watch(ctx context.Context) error {
	for i, err := range ticks(ctx) {
		if err != nil {
			return err
		}
		fmt.Println("tick", i)
		if i == 1 {
			if err := asyncio.Sleep(ctx, 10*time.Second); err != nil {
				return err
			}
		}
	}
	return nil
}

func pulled() *py.AsyncGenerator {
	return py.NewAsyncGenerator("pulled", func(ctx context.Context, y *py.AsyncYielder) error {
		if _, err := y.Yield(1); err != nil {
			return err
		}
		_, err := y.Yield(2)
		return err
	}).Streams()
}

func otherTask(ctx context.Context, it any) (int, error) {
	total := 0
	for vItem, err := range py.AsyncEach(ctx, it) {
		if err != nil {
			return 0, err
		}
		v := py.As[int](vItem)
		total += v
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return 0, err
		}
	}
	return total, nil
}

func asyncMain(ctx context.Context) error {
	s := 0
	for v := range evens(numbers(1000)) {
		s = (s*31 + v) % 1000000007
	}
	fmt.Println(s)
	for text := range until(2) {
		fmt.Println(text)
	}
	for text := range until(5) {
		if strings.HasSuffix(text, "1") {
			break
		}
		fmt.Println("before", text)
	}
	tree := newNode(4, newNode(2, newNode(1, nil, nil), newNode(3, nil, nil)), newNode(6, newNode(5, nil, nil), nil))
	items := py.ListOf[int]()
	for v := range walk(tree) {
		items.Append(v)
	}
	fmt.Println(items)
	err := py.Try(func() error {
		for v := range failing(5) {
			fmt.Println("got", v)
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println("failed:", err)
	}
	err = py.Try(func() error {
		for v := range failing(2) {
			if v == 1 {
				return py.NewRuntimeError("in the body")
			}
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	fmt.Println(firstOver(numbers(50), 900), firstOver(numbers(3), 5000))
	fmt.Println(both(counted(5)))
	for aItem := range py.IterOnce(counted(2)) {
		a := py.As[int](aItem)
		for bItem := range py.IterOnce(counted(2)) {
			b := py.As[int](bItem)
			py.PrintWith([]any{a, b}, py.PrintOptions{End: "; "})
		}
	}
	fmt.Println()

	total := 0
	for v, err := range keep3(ctx, double(ctx, source(ctx, 100))) {
		if err != nil {
			return err
		}
		if v > 150 {
			break
		}
		total += v
	}
	fmt.Println(total)
	collectResult, err := collect(ctx, broken(ctx, 1))
	if err != nil {
		return err
	}
	fmt.Println(collectResult)
	err = py.Try(func() error {
		collectResult, err := collect(ctx, broken(ctx, 2))
		if err != nil {
			return err
		}
		fmt.Println(collectResult)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("key", err)
	}
	task := asyncio.CreateTask(ctx, asyncio.Go(watch))
	if err := asyncio.Sleep(ctx, 50*time.Millisecond); err != nil {
		return err
	}
	task.Cancel()
	if _, err := task.Await(ctx); err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return err
		}
		fmt.Println("cancelled")
	}
	err = asyncio.WithTimeout(ctx, 10*time.Millisecond, func(ctx context.Context) error {
		for _, err := range ticks(ctx) {
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("timeout")
	}
	it := pulled()
	arg := asyncio.GoValue(func(ctx context.Context) (int, error) {
		return otherTask(ctx, it)
	})
	it2 := pulled()
	results, err := asyncio.Gather[int](ctx, arg, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return otherTask(ctx, it2)
	}))
	if err != nil {
		return err
	}
	fmt.Println(results)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
