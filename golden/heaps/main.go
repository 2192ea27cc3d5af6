// Heaps, priority queues, barriers and conditions with types; sums that outgrow an int.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/heapq"
)

type Job struct {
	p int
}

func newJob(p int) *Job {
	return &Job{p: p}
}

func (j *Job) less(other *Job) bool {
	return j.p < other.p
}

func feed(ctx context.Context, q *asyncio.Queue[any], n int) error {
	for i := range n {
		if err := q.Put(ctx, py.Tuple{i * 7919 % 1009, "job " + strconv.Itoa(i)}); err != nil {
			return err
		}
	}
	return q.Put(ctx, py.Tuple{5000, "stop"})
}

func work(ctx context.Context, q *asyncio.Queue[any]) (any, error) {
	var h any = 0
	for {
		result, err := q.Get(ctx)
		if err != nil {
			return nil, err
		}
		values := py.Unpack(result, 2)
		p, name := values[0], values[1]
		if py.Truth(py.Eq(name, "stop")) {
			return h, nil
		}
		h = py.Mod(py.Add(py.Add(py.Mul(h, 31), p), py.Len(name)), 1000003)
		if py.Truth(py.Eq(py.Mod(h, 5), 0)) {
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return nil, err
			}
		}
	}
}

func meet(ctx context.Context, b *asyncio.Barrier, k int, seen *py.List[int]) (int, error) {
	total := 0
	for range 3 {
		i, err := b.Wait(ctx)
		if err != nil {
			return 0, err
		}
		seen.Append(k)
		total += i
	}
	return total, nil
}

func asyncMain(ctx context.Context) error {
	q := asyncio.NewPriorityQueue[any](0)
	lifo := asyncio.NewLifoQueue[int](3)
	for i := range 3 {
		if err := lifo.PutNowait(i); err != nil {
			return err
		}
	}
	arg := lifo.Full()
	items := py.ListOf[int]()
	for range 3 {
		nowait, err := lifo.GetNowait()
		if err != nil {
			return err
		}
		items.Append(nowait)
	}
	py.Print(arg, items, py.IsInstance(q, asyncio.Module().Attr("Queue")), py.TypeOf(lifo).Name())
	results, err := asyncio.GatherAny(ctx, []any{asyncio.Go(func(ctx context.Context) error {
		return feed(ctx, q, 50)
	}).Named("feed"), asyncio.GoValue(func(ctx context.Context) (any, error) {
		return work(ctx, q)
	}).Named("work")}, false)
	if err != nil {
		return err
	}
	fmt.Println(results)
	b := asyncio.NewBarrier(3)
	seen := py.ListOf[int]()
	var meets []asyncio.Awaitable[int]
	for k := range 3 {
		meets = append(meets, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return meet(ctx, b, k, seen)
		}).Named("meet"))
	}
	results2, err := asyncio.Gather(ctx, meets...)
	if err != nil {
		return err
	}
	fmt.Println(results2, seen)
	heap := py.ListOf[py.Pair[float64, string]]()
	for i := range 10 {
		heapq.Push(heap, py.PairOf(py.TrueDivInt(i*37%11, 2), strconv.Itoa(i)))
	}
	for heap.Len() > 0 {
		values := heapq.Pop(heap)
		cost, label := values.First, values.Second
		py.PrintWith([]any{cost, label}, py.PrintOptions{End: " "})
	}
	fmt.Println()
	err = py.Try(func() error {
		heapq.Pop(heap)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.IndexError) {
			return err
		}
		fmt.Println("empty", err)
	}
	nums := py.ListOf[int](5, 3, 8, 1)
	heapq.Heapify(nums)
	fmt.Println(heapq.PushPop(nums, 4), heapq.Replace(nums, 9), nums)
	jobs := py.ListOf[*Job]()
	for _, p := range []int{4, 2, 9} {
		heapq.Push(jobs, newJob(p))
	}
	items2 := py.ListOf[int]()
	for range 3 {
		items2.Append(heapq.Pop(jobs).p)
	}
	fmt.Println(items2)
	mixed := py.ListOf[any](3, 1.5)
	heapq.Heapify(mixed)
	heapq.Push(mixed, 2)
	py.Print(mixed, py.CallMethod(heapq.Module(), "nsmallest", 2, mixed))
	big := py.ListOf[any](py.Pow(2, 62), py.Pow(2, 62), py.Pow(2, 61), -5)
	arg2 := py.SumAny(big.All())
	items3 := py.ListOf[any]()
	for x := range big.All() {
		items3.Append(py.Mul(x, 3))
	}
	arg3 := py.SumAny(items3.All())
	arg4 := py.SumAny(py.ListOf[any](py.Pow(2, 70), 1).All())
	items4 := py.ListOf[int]()
	for x := range 10 {
		items4.Append(x)
	}
	arg5 := py.SumInts(items4.All())
	items5 := py.ListOf[int]()
	for d := range py.DictOf[int, int](1, 2, 3, 4).Values() {
		items5.Append(d)
	}
	py.Print(arg2, arg3, arg4, arg5, py.SumInts(items5.All()))
	items6 := py.ListOf[bool]()
	for range 3 {
		items6.Append(true)
	}
	arg6 := py.CountTrue(items6.All())
	items7 := py.ListOf[bool]()
	for _, b := range []bool{true, false, true} {
		items7.Append(b)
	}
	fmt.Println(arg6, py.CountTrue(items7.All()))
	cond := asyncio.NewCondition()
	waits := func(ctx context.Context) (bool, error) {
		if err := cond.Acquire(ctx); err != nil {
			return false, err
		}
		defer cond.Release()
		err := cond.WaitFor(ctx, func() bool { return seen.Len() > 12 })
		if err != nil {
			return false, err
		}
		ok := true
		return ok, nil
	}
	t := asyncio.CreateTask(ctx, asyncio.GoValue(waits).Named("main.<locals>.waits"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	err = cond.With(ctx, func(ctx context.Context) error {
		seen.ExtendList(py.ListOf[int](1, 2, 3, 4))
		cond.NotifyAll()
		return nil
	})
	if err != nil {
		return err
	}
	result, err := t.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, cond.Locked())
	err = py.Try(func() error {
		cond.Notify(1)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println(err)
	}
	n, name := 5, "50%"
	fmt.Println(strconv.Itoa(n)+"% of "+name, strconv.Itoa(n), "%d "+strconv.Itoa(n)+"%s", name+"%", py.StrLen(fmt.Sprintf("a%db%sc%d", n, name, n)))
	s := strconv.Itoa(n) + "%% " + name + "%d"
	fmt.Println(s, fmt.Sprintf("%03d|%5s", n, name), strconv.Itoa(n)+strconv.Itoa(n))
	fmt.Printf("%d%%%% %s%%d\n", n, name)
	fmt.Println("100%")
	return nil
}

func mixed() *py.List[any] {
	heap := py.ListOf[any](py.Tuple{5, "x"}, 1.5).Slice(nil, 1, nil)
	heapq.Push(heap, any(py.Tuple{0, "z"}))
	return py.ListOf[any](heapq.PushPop(heap, any(py.Tuple{4, "a"})), heapq.Replace(heap, any(py.Tuple{9, "b"})), heap)
}

func main() {
	py.Main(func() error {
		py.StructClass[Job]("Job", nil, py.Kw{Name: "__lt__", Value: py.Func("Job.__lt__(self, other)", (*Job).less)})

		fmt.Println(mixed())
		return asyncio.RunFunc(asyncMain)
	})
}
