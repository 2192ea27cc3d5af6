// What a function closes over.
package main

import "github.com/pyasync2go/pyasync2go/runtime/py"

func makeCounter(start, step any) any {
	count := start
	label := "n"

	inc := py.Func("make_counter.<locals>.inc(by=None)", func(by any) any {
		old := count
		var value any
		if by == nil {
			value = step
		} else {
			value = by
		}
		count = py.IAdd(old, value)
		return label + py.Format(count, "")
	}).Closes(py.NewCell("count", func() any { return count }), py.NewCell("label", func() any { return label }), py.NewCell("step", func() any { return step }))
	return inc
}

var (
	makeCounterFunc any
	lambdaN         any
	n               int
)

func deco(fn any) any {
	calls := py.ListOf[any]()

	wrapper := py.Func("deco.<locals>.wrapper(*args)", func(args any) any {
		log := func() {
			calls.Append(args)
		}
		log()
		return py.CallStar(fn, args, nil)
	}).Closes(py.NewCell("calls", func() any { return calls }), py.NewCell("fn", func() any { return fn }))
	return wrapper
}

var decoFunc any

var Shape any

func shapeArea(self any) any {
	return 0
}

func factory(scale float64) any {
	Square := py.NewClass("Square", []any{Shape}, nil, func(ns *py.Namespace) {
		ns.Set("__qualname__", "factory.<locals>.Square")
		ns.Set("area", py.Func("factory.<locals>.Square.area(self)", func(self any) any { return scale * scale }).Closes(py.NewCell("scale", func() any { return scale })))

		ns.Set("both", py.Func("factory.<locals>.Square.both(self)", func(self any) any { return py.Add(py.CallMethod(self, "area"), scale) }).Closes(py.NewCell("scale", func() any { return scale })))
	})
	return Square
}

func main() {
	py.Main(func() error {
		makeCounterFunc = py.Func("make_counter(start, step=1)", makeCounter)

		c := makeCounter(5, 1)
		py.Call(c)
		arg := py.Call(c, 10)
		arg2 := py.GetAttr(py.GetAttr(c, "__code__"), "co_freevars")
		items := py.ListOf[any]()
		for cell := range py.Iter(py.GetAttr(c, "__closure__")) {
			items.Append(py.GetAttr(cell, "cell_contents"))
		}
		py.Print(arg, arg2, items)
		py.Print(py.GetAttr(makeCounterFunc, "__closure__"), py.GetAttr(py.GetAttr(makeCounterFunc, "__code__"), "co_freevars"), py.GetAttr(py.Builtin("len"), "__name__"))
		adders := py.ListOf[any]()
		for n := range 3 {
			lambdaN = n
			adders.Append(py.Func("<lambda>(x, n=)", func(x, n any) any { return py.Add(x, n) }, lambdaN))
		}
		late := py.ListOf[any]()
		for nItem := range 3 {
			n = nItem
			late.Append(py.Func("<lambda>(x)", func(x any) any { return py.Add(x, n) }).Closes(py.NewCell("n", func() any { return n })))
		}
		arg3 := py.GetAttr(adders.Get(0), "__closure__")
		items2 := py.ListOf[any]()
		for f := range late.All() {
			items2.Append(py.GetAttr(py.GetItem(py.GetAttr(f, "__closure__"), 0), "cell_contents"))
		}
		py.Print(arg3, items2, py.GetAttr(py.GetAttr(late.Get(0), "__code__"), "co_freevars"))
		decoFunc = py.Func("deco(fn)", deco)

		double := py.Call(decoFunc, py.Func("double(x)", func(x any) any { return py.Mul(x, 2) }))

		py.Call(double, 4)
		arg4 := py.GetAttr(py.GetAttr(double, "__code__"), "co_freevars")
		source := py.GetIter(py.GetAttr(double, "__closure__"))
		py.Print(py.GetItem(py.Call(py.DictClass, py.Call(py.Builtin("zip"), arg4, py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for cell := range py.Iter(source) {
				y.Yield(py.GetAttr(cell, "cell_contents"))
			}
			return nil
		}).Streams())), "calls"))
		py.Print(py.TypeOf(py.GetItem(py.GetAttr(c, "__closure__"), 0)).Name(), py.GetAttr(py.GetItem(py.GetAttr(c, "__closure__"), 0), "cell_contents"), py.StrSlice(py.Repr(py.GetItem(py.GetAttr(c, "__closure__"), 0)), nil, 9, nil))
		Shape = py.NewClass("Shape", nil, nil, func(ns *py.Namespace) {
			ns.Set("area", py.Func("Shape.area(self)", shapeArea))
		})

		s := factory(3.0)
		py.Print(py.CallMethod(py.Call(s), "both"), py.GetAttr(py.GetItem(py.GetAttr(py.GetAttr(s, "area"), "__closure__"), 0), "cell_contents"), py.GetAttr(py.GetAttr(Shape, "area"), "__closure__"))
		return nil
	})
}
