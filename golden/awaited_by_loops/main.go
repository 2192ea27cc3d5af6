package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// What a coroutine returns to a loop is looked up as that of any object.
type Report struct {
	name  string
	parts *py.List[any]
}

var initParts any

func newReport(name string, parts any) *Report {
	return &Report{name: name, parts: py.ListFrom(py.Items[any](parts))}
}

func (r *Report) title() string {
	return "report of " + r.name
}

func (r *Report) size() int {
	return r.parts.Len()
}

func write(ctx context.Context, name string) (*Report, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return newReport(name, name), nil
}

func nested(ctx context.Context, name string) (*asyncio.Coroutine[*Report], error) {
	return asyncio.GoValue(func(ctx context.Context) (*Report, error) {
		return write(ctx, name)
	}), nil
}

func collected(ctx context.Context) (*py.Dict[any, any], error) {
	return py.DictOf[any, any]("all", py.ListOf[any](newReport("a", initParts), newReport("b", "xy"))), nil
}

type Desk struct{}

func (d *Desk) run(name string) any {
	loop := py.CallMethod(asyncio.Module(), "new_event_loop")
	var result any
	err := py.Try(func() error {
		result = py.MethodOf(loop, "run_until_complete").Call(asyncio.GoValue(func(ctx context.Context) (*Report, error) {
			return write(ctx, name)
		}))
		return nil
	})
	py.CallMethod(loop, "close")
	if err != nil {
		panic(err)
	}
	return result
}

func started(loop any, name string) any {
	return py.MethodOf(loop, "create_task").Call(asyncio.GoValue(func(ctx context.Context) (*Report, error) {
		return write(ctx, name)
	}))
}

func main() {
	py.Main(func() error {
		py.StructClass[Report](
			"Report",
			nil,
			py.Kw{Name: "title", Value: py.Func("Report.title(self)", (*Report).title)},
			py.Kw{Name: "size", Value: py.Property(py.Func("Report.size(self)", (*Report).size), nil, nil, nil)},
		)
		initParts = py.Tuple{}

		report := (&Desk{}).run("desk")
		py.Print(py.CallMethod(report, "title"), py.GetAttr(report, "size"))

		loop := py.CallMethod(asyncio.Module(), "new_event_loop")
		report = py.MethodOf(loop, "run_until_complete").Call(py.MethodOf(loop, "run_until_complete").Call(asyncio.GoValue(func(ctx context.Context) (*asyncio.Coroutine[*Report], error) {
			return nested(ctx, "inner")
		})))
		py.Print(py.CallMethod(report, "title"), py.GetAttr(report, "size"))
		task := started(loop, "task")
		py.Print(py.CallMethod(py.CallMethod(loop, "run_until_complete", task), "title"), py.GetAttr(py.CallMethod(task, "result"), "size"))
		for report := range py.Iter(py.GetItem(py.MethodOf(loop, "run_until_complete").Call(asyncio.GoValue(collected)), "all")) {
			py.Print(py.CallMethod(report, "title"), py.GetAttr(report, "size"))
		}
		py.CallMethod(loop, "close")

		manager := py.CallMethod(asyncio.Module(), "Runner")
		runner := py.EnterContext(manager)
		err := py.Try(func() error {
			py.Print(py.CallMethod(py.MethodOf(runner, "run").Call(asyncio.GoValue(func(ctx context.Context) (*Report, error) {
				return write(ctx, "runner")
			})), "title"))
			return nil
		})
		return py.ExitContext(manager, err)
	})
}
