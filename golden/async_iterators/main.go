package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Pages struct {
	page int
	last int
}

func newPages(last int) *Pages {
	return &Pages{page: 0, last: last}
}

func (p *Pages) iterateAsync() *Pages {
	return p
}

func (p *Pages) nextAsync(ctx context.Context) (*py.Dict[any, any], error) {
	if p.page == p.last {
		return nil, py.NewStopAsyncIteration()
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	p.page++
	arg := p.page
	return py.DictOf[any, any]("page", arg, "items", py.BoxList(py.ListFrom(py.RangeOf(0, p.page, 1)))), nil
}

func asyncMain(ctx context.Context) error {
	broken := false
	it := py.AIter(newPages(3))
	for {
		page, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.Print(py.GetItem(page, "page"), py.GetItem(page, "items"))
	}
	if !broken {
		fmt.Println("no more pages")
	}
	items := py.ListOf[int]()
	it2 := py.AIter(newPages(4))
	for {
		p, ok, err := py.ANext(ctx, it2)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		items.Append(py.Len(py.GetItem(p, "items")))
	}
	total := py.SumExact(items.All())
	py.Print(total)
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Pages](
			"Pages",
			nil,
			py.Kw{Name: "__aiter__", Value: py.Func("Pages.__aiter__(self)", (*Pages).iterateAsync)},
			py.Kw{Name: "__anext__", Value: py.AsyncFunc("Pages.__anext__(self)", (*Pages).nextAsync)},
		)

		return asyncio.RunFunc(asyncMain)
	})
}
