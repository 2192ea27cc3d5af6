package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

type Buffer struct {
	items   *collections.Deque[int]
	changed *asyncio.Condition
}

func newBuffer() *Buffer {
	return &Buffer{items: collections.NewDeque[int](), changed: asyncio.NewCondition()}
}

func (b *Buffer) put(ctx context.Context, item int) error {
	if err := b.changed.Acquire(ctx); err != nil {
		return err
	}
	defer b.changed.Release()
	b.items.Append(item)
	b.changed.Notify(1)
	return nil
}

func (b *Buffer) get(ctx context.Context) (int, error) {
	if err := b.changed.Acquire(ctx); err != nil {
		return 0, err
	}
	defer b.changed.Release()
	err := b.changed.WaitFor(ctx, func() bool { return b.items.Len() > 0 })
	if err != nil {
		return 0, err
	}
	return b.items.PopLeft(), nil
}

func consumer(ctx context.Context, name string, buffer *Buffer) error {
	for range 2 {
		result, err := buffer.get(ctx)
		if err != nil {
			return err
		}
		fmt.Println(name, "got", result)
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	buffer := newBuffer()
	consumers := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 2 {
		name := "c" + strconv.Itoa(i)
		consumers.Append(asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
			return consumer(ctx, name, buffer)
		})))
	}
	for n := range 4 {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		if err := buffer.put(ctx, n); err != nil {
			return err
		}
	}
	return asyncio.GatherAll(ctx, asyncio.Waitables(consumers)...)
}

func main() {
	asyncio.Main(asyncMain)
}
