// Protocols: what they say only annotations read, unless the program tests for them or inherits from them.
package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var CloserClass any

func closerClose(self any) any {
	return nil
}

var Closer any

var Partial any

func partialFirst(self any) any {
	return 1
}

func partialSecond(self any) any {
	return nil
}

type Ticks struct {
	n int
}

const ticksZone = "utc"

func newTicks() *Ticks {
	return &Ticks{n: 0}
}

func (t *Ticks) now() int {
	t.n++
	return t.n
}

func (t *Ticks) name() string {
	return "ticks" + strconv.Itoa(t.n)
}

type Numbers struct{}

func (n *Numbers) read(ctx context.Context, limit any) (*py.List[any], error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return py.ListFrom(py.Items[any](py.Call(py.Builtin("range"), limit))), nil
}

func (n *Numbers) close() {
	fmt.Println("closed")
}

type Words struct{}

func (w *Words) read(ctx context.Context, limit any) (any, error) {
	return py.Mul(py.ListOf[any]("w"), limit), nil
}

var Half any

func halfSecond(self any) any {
	return 2
}

func show(clock *Ticks) string {
	return fmt.Sprintf("%s %d %s", clock.name(), clock.now(), ticksZone)
}

func total(ctx context.Context, source *Numbers) (any, error) {
	result, err := source.read(ctx, 3)
	if err != nil {
		return nil, err
	}
	return py.Call(py.Builtin("sum"), result), nil
}

func asyncMain(ctx context.Context) error {
	fmt.Println(show(newTicks()))
	arg, err := total(ctx, &Numbers{})
	if err != nil {
		return err
	}
	result, err := (&Words{}).read(ctx, 2)
	if err != nil {
		return err
	}
	py.Print(arg, result)
	for _, thing := range []any{&Numbers{}, &Words{}} {
		if py.IsInstance(thing, Closer) {
			py.CallMethod(thing, "close")
		}
	}
	half := py.Call(Half)
	py.Print(py.CallMethod(half, "first"), py.CallMethod(half, "second"))
	return nil
}

func main() {
	py.Main(func() error {
		decorator := typing.Module().Attr("runtime_checkable")
		CloserClass = py.NewClass("Closer", []any{typing.Module().Attr("Protocol")}, nil, func(ns *py.Namespace) {
			ns.Set("close", py.Func("Closer.close(self)", closerClose))
		})
		Closer = py.Call(decorator, CloserClass)
		Partial = py.NewClass("Partial", []any{typing.Module().Attr("Protocol")}, nil, func(ns *py.Namespace) {
			ns.Set("first", py.Func("Partial.first(self)", partialFirst))

			ns.Set("second", py.Func("Partial.second(self)", partialSecond))
		})
		py.StructClass[Numbers](
			"Numbers",
			nil,
			py.Kw{Name: "read", Value: py.AsyncFunc("Numbers.read(self, limit=3)", (*Numbers).read)},
			py.Kw{Name: "close", Value: py.Func("Numbers.close(self)", (*Numbers).close)},
		)
		py.StructClass[Words]("Words", nil, py.Kw{Name: "read", Value: py.AsyncFunc("Words.read(self, limit=3)", (*Words).read)})
		Half = py.NewClass("Half", []any{Partial}, nil, func(ns *py.Namespace) {
			ns.Set("second", py.Func("Half.second(self)", halfSecond))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
