package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

func load(text string) any {
	var config any = json.Loads(text)
	return py.CallMethod(config, "get", "jobs", py.ListOf[any]())
}

func work(ctx context.Context, job any, done *py.Dict[any, int]) error {
	name := py.GetItem(job, "name")
	for step := range py.Iter(py.CallMethod(job, "get", "steps", py.ListOf[any]())) {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		py.Print(name, "->", step)
	}
	done.Set(name, py.Len(py.CallMethod(job, "get", "steps", py.ListOf[any]())))
	return nil
}

func asyncMain(ctx context.Context) error {
	jobs := load(`{"jobs": [{"name": "a", "steps": ["x", "y"]}, {"name": "b", "steps": [1]}]}`)
	done := py.DictOf[any, int]()
	var works []asyncio.Waitable
	for job := range py.Iter(jobs) {
		works = append(works, asyncio.Go(func(ctx context.Context) error {
			return work(ctx, job, done)
		}))
	}
	if err := asyncio.GatherAll(ctx, works...); err != nil {
		return err
	}
	fmt.Println(done)
	err := py.Try(func() error {
		return work(ctx, py.DictOf[any, any]("steps", py.ListOf[any]()), done)
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("bad job, no", err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
