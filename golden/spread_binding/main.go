// Arguments that are bound when the call runs, and what is wrong with them.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Plain struct {
	py.Exception
}

var plainClass = py.StructClass[Plain]("Plain", []any{py.ExceptionClass})

// Coded is what the instances of a class and of those that derive from it have in common.
type Coded interface {
	py.BaseException
	asCoded() *CodedBase
}

type CodedBase struct {
	py.Exception
	code any
}

func (c *CodedBase) asCoded() *CodedBase {
	return c
}

var codedClass *py.Class

func (c *CodedBase) initCoded(code, text any) {
	c.Exception.Args = py.TupleOf(code, text)
	c.code = code
}

func newCoded(code, text any) Coded {
	c := &CodedBase{}
	c.Exception = py.ExceptionOf(codedClass, code, text)
	c.initCoded(code, text)
	return c
}

type Deep struct {
	CodedBase
}

var deepClass *py.Class

func newDeep(code, text any) *Deep {
	d := &Deep{}
	d.Exception = py.ExceptionOf(deepClass, code, text)
	d.initCoded(code, text)
	return d
}

func fail(args py.Tuple) error {
	return &Plain{Exception: py.ExceptionOf(plainClass, py.StarArgs(py.Star(args))...)}
}

var failFunc any

type Node struct {
	kids py.Tuple
	name string
}

func newNode(kids py.Tuple, name string) *Node {
	return &Node{kids: kids, name: name}
}

func nodeOf(names py.Tuple) *Node {
	source := py.GetIter(names)
	return newNode(py.Tuple(py.StarArgs(py.Star(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for nItem := range py.Iter(source) {
			n := py.As[string](nItem)
			y.Yield(newNode(py.Tuple{}, n))
		}
		return nil
	}).Streams()))), "root")
}

func (n *Node) walk(depth int) {
	fmt.Println(py.StrRepeat(" ", depth) + n.name)
	for k := range py.TupleItems[*Node](n.kids) {
		k.walk(depth + 1)
	}
}

func area(w, h any) any {
	return py.Mul(w, h)
}

var areaFunc any

func opt(x any, flag bool) string {
	return py.Format(x, "") + py.Str(flag)
}

var optFunc any

func pos(a any, b, c int) any {
	return py.Add(py.Add(py.Mul(a, 100), b*10), c)
}

var posFunc any

var p py.Pair[int, int]

func main() {
	py.Main(func() error {
		codedClass = py.StructClass[CodedBase]("Coded", []any{py.ExceptionClass}, py.Kw{Name: "__new__", Value: py.Func("Coded.__init__(self, code, text=)", newCoded, "x")})
		deepClass = py.StructClass[Deep]("Deep", []any{codedClass}, py.Kw{Name: "__new__", Value: py.Func("Coded.__init__(self, code, text=)", newDeep, "x")})
		failFunc = py.Func("fail(*args)", fail)

		for _, a := range []any{py.Tuple{}, py.Tuple{1}, py.Tuple{1, "b"}} {
			err := py.Try(func() error {
				py.CallStar(failFunc, a, nil)
				return nil
			})
			if err != nil {
				e, ok := errors.AsType[*Plain](err)
				if !ok {
					return err
				}
				py.Print(py.GetAttr(e, "args"), py.Repr(e))
			}
		}
		for _, b := range []any{py.Tuple{3}, py.Tuple{4, "t"}, py.Tuple{}} {
			err := py.Try(func() error {
				return py.CallStar(deepClass, b, nil).(*Deep)
			})
			if err != nil {
				if e, ok := errors.AsType[Coded](err); ok {
					py.Print(e.asCoded().code, py.GetAttr(e, "args"), py.TypeOf(e).Name())
				} else {
					if !errors.Is(err, py.TypeError) {
						return err
					}
					fmt.Println(err)
				}
			}
		}
		err := func() error {
			return py.CallKw(codedClass, nil, py.KwOf(codedClass, py.DictOf[string, int]("code", 5))).(Coded)
		}()
		if err != nil {
			e, ok := errors.AsType[Coded](err)
			if !ok {
				return err
			}
			py.Print(py.Add(e.asCoded().code, 1), e)
		}

		nodeOf(py.Tuple{"a", "b"}).walk(0)
		kids := py.ListOf[*Node](newNode(py.Tuple{}, "q"))
		newNode(py.Tuple(py.StarArgs(py.Star(kids))), "z").walk(0)
		t := py.PairOf("p", "r")
		items := py.ListOf[*Node]()
		for xItem := range py.Iter(t.Tuple()) {
			x := py.As[string](xItem)
			items.Append(newNode(py.Tuple{}, x))
		}
		n := newNode(py.Tuple(py.StarArgs(py.Star(items))), "")
		values := py.Tuple{2}
		n.walk(values[0].(int))
		areaFunc = py.Func("area(w, h=)", area, 2.0)

		values2 := py.PairOf(3, 4)
		arg := area(values2.First, values2.Second)
		arg2 := py.CallStar(areaFunc, py.ListOf[float64](1.5), nil)
		arg3 := py.CallKw(areaFunc, nil, py.KwOf(areaFunc, py.DictOf[string, int]("w", 2)))
		values3 := py.PairOf(1.5, 2)
		py.Print(arg, arg2, arg3, area(values3.First, values3.Second))
		optFunc = py.Func("opt(x=None, *, flag=False)", opt)

		vals := py.ListOf[any](nil, 3)
		arg4 := py.ListOf[string]()
		for v := range vals.All() {
			arg4.Append(py.CallStar(optFunc, py.ListOf[any](v), nil).(string))
		}
		arg5 := py.CallKw(optFunc, nil, py.KwOf(optFunc, py.DictOf[string, bool]("flag", true))).(string)
		values4 := py.Tuple{nil}
		fmt.Println(arg4, arg5, opt(values4[0], false), py.CallStar(optFunc, vals.Slice(nil, 0, nil), nil).(string))
		posFunc = py.Func("pos(a, /, b, *, c=0)", pos)
		p = py.PairOf(1, 2)
		py.Print(pos(p.First, p.Second, 0), py.CallKw(posFunc, []any{1}, py.KwOf(posFunc, py.DictOf[string, int]("b", 3))), pos(p.First, p.Second, 4), py.CallStar(posFunc, py.ListOf[int](1), py.JoinKw(posFunc, py.Kwargs{{Name: "b", Value: 5}}, py.KwOf(posFunc, py.DictOf[string, int]("c", 6)))))
		for _, bad := range []any{py.Func("<lambda>()", func() any {
			return py.Call(posFunc, py.StarArgs(py.Star(p.Tuple()), 3)...)
		}), py.Func("<lambda>()", func() any {
			return py.CallStar(posFunc, py.ListOf[int](1), py.Kwargs{{Name: "a", Value: 2}, {Name: "b", Value: 3}})
		}), py.Func("<lambda>()", func() any {
			return py.CallKw(posFunc, nil, py.KwOf(posFunc, py.DictOf[string, int]("a", 1, "b", 2)))
		}), py.Func("<lambda>()", func() any {
			return py.CallKw(posFunc, []any{1}, py.JoinKw(posFunc, py.Kwargs{{Name: "b", Value: 2}}, py.KwOf(posFunc, py.DictOf[string, int]("b", 3))))
		})} {
			err := py.Try(func() error {
				py.Print(py.Call(bad))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		big := py.Tuple{py.Pow(10, 30), 1}
		py.Print(pos(big[0], big[1].(int), 0))
		return nil
	})
}
