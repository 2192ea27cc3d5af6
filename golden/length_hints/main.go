package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type L struct {
	n    int
	hint bool
}

func newL(n int, hint bool) *L {
	return &L{n: n, hint: hint}
}

func (l *L) iterate() any {
	fmt.Println("iter")
	return py.GetIter(py.Call(py.Builtin("range"), l.n))
}

func (l *L) length() int {
	fmt.Println("len")
	return l.n
}

type H struct{}

func (h *H) iterate() any {
	fmt.Println("hiter")
	return py.GetIter(py.ListOf[int](1, 2))
}

func (h *H) lengthHint() int {
	fmt.Println("hint")
	return 2
}

type Bad struct{}

func (b *Bad) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func (b *Bad) length() error {
	return py.NewValueError("bad len")
}

type BadT struct{}

func (b *BadT) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func (b *BadT) length() error {
	return py.NewTypeError("t len")
}

func (b *BadT) lengthHint() any {
	fmt.Println("bt hint")
	return py.NotImplemented
}

type Neg struct{}

func (n *Neg) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func (n *Neg) length() int {
	return -1
}

type NegH struct{}

func (n *NegH) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func (n *NegH) lengthHint() int {
	return -1
}

type StrH struct{}

func (s *StrH) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func (s *StrH) lengthHint() string {
	return "x"
}

type It struct {
	n int
}

func newIt() *It {
	return &It{n: 0}
}

func (i *It) iterate() *It {
	return i
}

func (i *It) nextItem() (int, error) {
	i.n++
	if i.n > 3 {
		return 0, py.NewStopIteration()
	}
	return i.n, nil
}

func (i *It) lengthHint() int {
	fmt.Println("it hint")
	return 10
}

func run(f, x any) any {
	var result any
	err := py.Try(func() error {
		result = py.Call(f, x)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		return py.Repr(err)
	}
	return result
}

func direct() {
	x := newL(3, false)
	fmt.Println(py.ListFrom(py.Items[any](x)))
	py.Print(py.Call(py.TupleClass, x))
	fmt.Println(py.SortedList(py.Items[any](x)))
	fmt.Println(py.SetFrom(py.Iter(x)))
	var a any = py.ListOf[any](1)
	a = py.IAdd(a, x)
	py.CallMethod(a, "extend", x)
	py.Print(a)
	fmt.Println(py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(x), 1)))))
	h := &H{}
	fmt.Println(py.ListFrom(py.Items[any](h)))
	py.Print(py.CallKw(py.Builtin("sorted"), []any{h}, py.Kwargs{{Name: "reverse", Value: true}}))
	py.Print(py.Tuple(py.StarArgs(py.Star(h))))
	i := newIt()
	fmt.Println(py.ListFrom(py.Items[any](i)))
	py.SetItem(a, py.NewSlice(1, 2, nil), x)
	values := py.UnpackStar(x, 1, 0)
	b, c := values[0], values[1]
	py.Print(b, c)
}

func main() {
	py.Main(func() error {
		py.StructClass[L](
			"L",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("L.__iter__(self)", (*L).iterate)},
			py.Kw{Name: "__len__", Value: py.Func("L.__len__(self)", (*L).length)},
		)
		py.StructClass[H](
			"H",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("H.__iter__(self)", (*H).iterate)},
			py.Kw{Name: "__length_hint__", Value: py.Func("H.__length_hint__(self)", (*H).lengthHint)},
		)
		py.StructClass[Bad](
			"Bad",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("Bad.__iter__(self)", (*Bad).iterate)},
			py.Kw{Name: "__len__", Value: py.Func("Bad.__len__(self)", (*Bad).length)},
		)
		py.StructClass[BadT](
			"BadT",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("BadT.__iter__(self)", (*BadT).iterate)},
			py.Kw{Name: "__len__", Value: py.Func("BadT.__len__(self)", (*BadT).length)},
			py.Kw{Name: "__length_hint__", Value: py.Func("BadT.__length_hint__(self)", (*BadT).lengthHint)},
		)
		py.StructClass[Neg](
			"Neg",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("Neg.__iter__(self)", (*Neg).iterate)},
			py.Kw{Name: "__len__", Value: py.Func("Neg.__len__(self)", (*Neg).length)},
		)
		py.StructClass[NegH](
			"NegH",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("NegH.__iter__(self)", (*NegH).iterate)},
			py.Kw{Name: "__length_hint__", Value: py.Func("NegH.__length_hint__(self)", (*NegH).lengthHint)},
		)
		py.StructClass[StrH](
			"StrH",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("StrH.__iter__(self)", (*StrH).iterate)},
			py.Kw{Name: "__length_hint__", Value: py.Func("StrH.__length_hint__(self)", (*StrH).lengthHint)},
		)
		py.StructClass[It](
			"It",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("It.__iter__(self)", (*It).iterate)},
			py.Kw{Name: "__next__", Value: py.Func("It.__next__(self)", (*It).nextItem)},
			py.Kw{Name: "__length_hint__", Value: py.Func("It.__length_hint__(self)", (*It).lengthHint)},
		)
		fs := py.ListOf[py.Tuple](py.Tuple{"list", py.ListClass}, py.Tuple{"tuple", py.TupleClass}, py.Tuple{"sorted", py.Builtin("sorted")}, py.Tuple{"set", py.SetClass}, py.Tuple{"frozenset", py.FrozenSetClass}, py.Tuple{"bytes", py.BytesClass}, py.Tuple{"bytearray", py.Builtin("bytearray")}, py.Tuple{"sum", py.Builtin("sum")}, py.Tuple{"max", py.Builtin("max")}, py.Tuple{"dict.fromkeys", py.GetAttr(py.DictClass, "fromkeys")}, py.Tuple{"enumerate", py.Func("<lambda>(x)", func(x any) any {
			return py.BoxList(py.ListFrom(py.Items[py.Tuple](py.Call(py.Builtin("enumerate"), x))))
		})}, py.Tuple{"map", py.Func("<lambda>(x)", func(x any) any {
			return py.ListFrom(py.Items[any](py.Call(py.Builtin("map"), py.StrClass, x)))
		})}, py.Tuple{"zip", py.Func("<lambda>(x)", func(x any) any {
			return py.ListFrom(py.Items[any](py.Call(py.Builtin("zip"), x)))
		})}, py.Tuple{"star", py.Func("<lambda>(x)", func(x any) any {
			return py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(x)))))
		})}, py.Tuple{"targ", py.Func("<lambda>(x)", func(x any) any {
			callee := py.Func("<lambda>.<locals>.<lambda>(*a)", func(a any) any { return a })
			return py.CallStar(callee, x, nil)
		})}, py.Tuple{"extend", py.Func("<lambda>(x)", func(x any) any { return py.CallMethod(py.ListOf[any](), "extend", x) })}, py.Tuple{"ext2", py.Func("<lambda>(x)", func(x any) any { return py.CallMethod(py.ListOf[any](0), "extend", x) })}, py.Tuple{"unp", py.Func("<lambda>(x)", func(x any) any {
			callee := py.Func("<lambda>.<locals>.<lambda>(q)", func(q any) any { return nil })
			items := py.ListOf[any]()
			for a := range py.Iter(x) {
				items.Append(a)
			}
			return py.Call(callee, items)
		})}, py.Tuple{"slice", py.Func("<lambda>(x)", func(x any) any {
			return py.CallMethod(py.ListOf[any](1, 2), "__setitem__", py.Call(py.Builtin("slice"), 0, 1), x)
		})}, py.Tuple{"join", py.Func("<lambda>(x)", func(x any) any {
			items := py.ListOf[string]()
			for i := range py.Iter(x) {
				items.Append(py.Str(i))
			}
			return py.StrJoin(",", items.All())
		})}, py.Tuple{"set.update", py.Func("<lambda>(x)", func(x any) any { return py.CallMethod(py.SetOf[any](), "update", x) })}, py.Tuple{"filter", py.Func("<lambda>(x)", func(x any) any {
			return py.ListFrom(py.Items[any](py.Call(py.Builtin("filter"), nil, x)))
		})}, py.Tuple{"iter", py.Func("<lambda>(x)", func(x any) any { return py.ListFrom(py.Items[any](py.GetIter(x))) })}, py.Tuple{"gen", py.Func("<lambda>(x)", func(x any) any {
			items := py.ListOf[any]()
			for i := range py.Iter(x) {
				items.Append(i)
			}
			return items
		})}, py.Tuple{"reversed", py.Func("<lambda>(x)", func(x any) any { return py.ListFrom(py.ListFrom(py.Items[any](x)).Backward()) })}, py.Tuple{"tstar", py.Func("<lambda>(x)", func(x any) any { return py.Tuple(py.StarArgs(0, py.Star(x))) })}, py.Tuple{"sstar", py.Func("<lambda>(x)", func(x any) any { return py.SetFrom(py.Iter(x)) })})
		for item := range fs.All() {
			n, f := item[0].(string), item[1]
			for _, c := range []any{newL(2, false), &H{}, &Bad{}, &BadT{}, &Neg{}, &NegH{}, &StrH{}, newIt()} {
				fmt.Println(n, py.TypeOf(c).Name())
				py.Print(run(f, c))
			}
		}
		direct()
		return nil
	})
}
