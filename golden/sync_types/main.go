// Conditions, barriers, queues of each order and generators of random numbers are typed.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/random"
)

type Buffer struct {
	size  int
	items *py.List[int]
	cond  *asyncio.Condition
}

func newBuffer(size int) *Buffer {
	return &Buffer{size: size, items: py.ListOf[int](), cond: asyncio.NewCondition()}
}

func (b *Buffer) put(ctx context.Context, n int) error {
	if err := b.cond.Acquire(ctx); err != nil {
		return err
	}
	defer b.cond.Release()
	err := b.cond.WaitFor(ctx, func() bool { return b.items.Len() < b.size })
	if err != nil {
		return err
	}
	b.items.Append(n)
	b.cond.NotifyAll()
	return nil
}

func (b *Buffer) get(ctx context.Context) (int, error) {
	if err := b.cond.Acquire(ctx); err != nil {
		return 0, err
	}
	defer b.cond.Release()
	for b.items.Len() == 0 {
		if err := b.cond.Wait(ctx); err != nil {
			return 0, err
		}
	}
	n := b.items.PopAt(0)
	b.cond.Notify(1)
	return n, nil
}

func phase(ctx context.Context, barrier *asyncio.Barrier, name string) error {
	i, err := barrier.Wait(ctx)
	if err != nil {
		return err
	}
	py.Print("through", i >= 0, py.GetAttr(barrier, "parties"))
	return nil
}

func simulate(rng *random.Generator) float64 {
	total := 0.0
	names := py.ListOf[string]("a", "b", "c")
	random.ShuffleBy(rng, names)
	for range rng.RandInt(2, 4) {
		total += rng.Random() + rng.Uniform(1.0, 2.0)
	}
	fmt.Println(names, random.ChoiceBy(rng, names), random.SampleBy(rng, names, 2), rng.RandRangeBelow(10))
	return py.RoundFloatTo(total, 4)
}

func asyncMain(ctx context.Context) error {
	b := newBuffer(2)
	getters := py.ListOf[*asyncio.Task[int]]()
	for range 3 {
		getters.Append(asyncio.CreateTask(ctx, asyncio.GoValue(b.get)))
	}
	var puts []asyncio.Waitable
	for n := range 3 {
		puts = append(puts, asyncio.Go(func(ctx context.Context) error {
			return b.put(ctx, n)
		}))
	}
	if err := asyncio.GatherAll(ctx, puts...); err != nil {
		return err
	}
	results, err := asyncio.Gather(ctx, asyncio.Awaitables[int](getters)...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	barrier := asyncio.NewBarrier(2)
	err = asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return phase(ctx, barrier, "x")
	}), asyncio.Go(func(ctx context.Context) error {
		return phase(ctx, barrier, "y")
	}))
	if err != nil {
		return err
	}
	py.Print(simulate(random.New(7)), simulate(random.New("seed")))
	pq := asyncio.NewPriorityQueue[py.Pair[int, string]](0)
	for _, item := range []py.Pair[int, string]{py.PairOf(3, "c"), py.PairOf(1, "a"), py.PairOf(2, "b")} {
		n, s := item.First, item.Second
		if err := pq.PutNowait(py.PairOf(n, s)); err != nil {
			return err
		}
	}
	for !pq.Empty() {
		result, err := pq.Get(ctx)
		if err != nil {
			return err
		}
		n, s := result.First, result.Second
		fmt.Println(n+1, py.StrUpper(s))
		pq.TaskDone()
	}
	lifo := asyncio.NewLifoQueue[int](0)
	if err := lifo.Put(ctx, 1); err != nil {
		return err
	}
	if err := lifo.Put(ctx, 2); err != nil {
		return err
	}
	result, err := lifo.Get(ctx)
	if err != nil {
		return err
	}
	py.Print(result, lifo.Len(), lifo)
	c2 := asyncio.NewCondition()
	err = py.Try(func() error {
		c2.Notify(1)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
