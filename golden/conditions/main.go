package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

type Buffer struct {
	items   *collections.Deque[int]
	changed any
}

func newBuffer() *Buffer {
	return &Buffer{items: collections.NewDeque[int](), changed: py.CallMethod(asyncio.Module(), "Condition")}
}

func (b *Buffer) put(ctx context.Context, item int) error {
	manager := b.changed
	if _, err := py.AEnterContext(ctx, manager); err != nil {
		return err
	}
	err := py.Try(func() error {
		b.items.Append(item)
		py.CallMethod(b.changed, "notify")
		return nil
	})
	return py.AExitContext(ctx, manager, err)
}

func (b *Buffer) get(ctx context.Context) (any, error) {
	manager := b.changed
	if _, err := py.AEnterContext(ctx, manager); err != nil {
		return nil, err
	}
	var returned bool
	var result any
	err := py.Try(func() error {
		_, err := asyncio.Await(ctx, py.CallMethod(b.changed, "wait_for", py.Func("Buffer.get.<locals>.<lambda>()", func() any { return b.items.Len() > 0 })))
		if err != nil {
			return err
		}
		result = b.items.PopLeft()
		returned = true
		return nil
	})
	if err := py.AExitContext(ctx, manager, err); err != nil {
		return nil, err
	}
	if returned {
		return result, nil
	}
	return nil, nil
}

func consumer(ctx context.Context, name string, buffer *Buffer) error {
	for range 2 {
		result, err := buffer.get(ctx)
		if err != nil {
			return err
		}
		py.Print(name, "got", result)
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	buffer := newBuffer()
	consumers := py.ListOf[*asyncio.Task[asyncio.None]]()
	for i := range 2 {
		name := fmt.Sprintf("c%d", i)
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
