// Members that are strings or ints as well, where their type is not known or another operation takes them.
package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	pycopy "github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

type Kind string

const (
	kindA Kind = "a"
	kindB Kind = "b"
)

var kindClass *py.Class

// PyClass is the class of the members.
func (k Kind) PyClass() *py.Class {
	return kindClass
}

// PyBox is the member as an object, for those who do not know its type.
func (k Kind) PyBox() any {
	return enum.Member(kindClass, k)
}

// Name is the name of the member.
func (k Kind) Name() string {
	switch k {
	case kindA:
		return "A"
	case kindB:
		return "B"
	}
	return ""
}

func (k Kind) text() string {
	return "kind-" + string(k)
}

func kindParse(text string) (Kind, error) {
	for _, k := range []Kind{kindA, kindB} {
		if string(k) == py.StrLower(text) {
			return k, nil
		}
	}
	return "", py.NewValueError(text)
}

func kindDefault() Kind {
	return kindA
}

type Prio int

const (
	prioLow  Prio = 1
	prioHigh Prio = 2
)

var prioClass = enum.RegisterIntEnum("Prio", []Prio{prioLow, prioHigh})

// PyClass is the class of the members.
func (p Prio) PyClass() *py.Class {
	return prioClass
}

// PyBox is the member as an object, for those who do not know its type.
func (p Prio) PyBox() any {
	return enum.Member(prioClass, p)
}

// Name is the name of the member.
func (p Prio) Name() string {
	switch p {
	case prioLow:
		return "LOW"
	case prioHigh:
		return "HIGH"
	}
	return ""
}

type Tag string

const (
	tagX Tag = "x"
	tagY Tag = "y"
)

var tagClass = enum.RegisterStrEnum("Tag", []Tag{tagX, tagY})

// PyClass is the class of the members.
func (t Tag) PyClass() *py.Class {
	return tagClass
}

// PyBox is the member as an object, for those who do not know its type.
func (t Tag) PyBox() any {
	return enum.Member(tagClass, t)
}

// Name is the name of the member.
func (t Tag) Name() string {
	switch t {
	case tagX:
		return "X"
	case tagY:
		return "Y"
	}
	return ""
}

var Event any

type Item struct {
	prio Prio
	name string
}

func literal(k Kind) string {
	if string(k) == "a" {
		return "is a"
	}
	if k == kindB {
		return "is B"
	}
	return "other"
}

func untypedLiteral(k any) string {
	if py.Truth(py.Eq(k, kindA.PyBox())) {
		return "A"
	}
	if py.Truth(py.Eq(k, "b")) {
		return "b"
	}
	if _, ok := py.MatchClass(k, prioClass, 0); ok {
		return "prio"
	}
	if py.Truth(py.Eq(k, 7)) {
		return "seven"
	}
	return "none"
}

func give(ctx context.Context, k Kind) (Kind, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return k, nil
}

func pair(k Kind) py.Pair[Kind, int] {
	return py.PairOf(k, 1)
}

// kindOf finds the member with a value. It raises ValueError if there is none.
func kindOf(value string) Kind {
	switch k := Kind(value); k {
	case kindA, kindB:
		return k
	}
	panic(enum.Invalid("Kind", value))
}

func opt(text string) any {
	if text == "a" || text == "b" {
		return kindOf(text).PyBox()
	}
	return nil
}

// tagOf finds the member with a value. It raises ValueError if there is none.
func tagOf(value string) Tag {
	switch t := Tag(value); t {
	case tagX, tagY:
		return t
	}
	panic(enum.Invalid("Tag", value))
}

func asyncMain(ctx context.Context) error {
	py.Print(literal(kindA), literal(kindB), untypedLiteral(kindA.PyBox()), untypedLiteral("b"), untypedLiteral(kindB.PyBox()), untypedLiteral(prioLow.PyBox()), untypedLiteral(7), untypedLiteral(1))
	py.Print(pair(kindA).Tuple(), py.ListOf[py.Pair[Kind, int]](pair(kindB)), py.DictOf[Kind, py.Pair[Kind, int]](kindA, pair(kindA)), py.Call(Event, kindA.PyBox(), prioHigh.PyBox()), py.CallMethod(py.Call(Event, kindA.PyBox(), prioLow.PyBox()), "_asdict"))
	results, err := asyncio.Gather[Kind](ctx, asyncio.GoValue(func(ctx context.Context) (Kind, error) {
		return give(ctx, kindA)
	}).Named("give"), asyncio.GoValue(func(ctx context.Context) (Kind, error) {
		return give(ctx, kindB)
	}).Named("give"))
	if err != nil {
		return err
	}
	result, err := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (Kind, error) {
		return give(ctx, kindB)
	}).Named("give")).Await(ctx)
	if err != nil {
		return err
	}
	py.Print(results, result.PyBox())
	fut := asyncio.FutureOn[Kind](asyncio.GetRunningLoop())
	fut.SetResult(kindA)
	arg, err := fut.Await(ctx)
	if err != nil {
		return err
	}
	result2, err := fut.Result()
	if err != nil {
		return err
	}
	py.Print(arg.PyBox(), result2 == kindA)
	c := py.Call(collections.Module().Attr("Counter"), py.ListOf[any](kindA.PyBox(), kindB.PyBox(), kindA.PyBox()))
	py.Print(c, py.CallMethod(c, "most_common", 1), py.GetItem(c, "a"))
	d := py.Call(collections.Module().Attr("defaultdict"), py.ListClass)
	py.CallMethod(py.GetItem(d, kindA.PyBox()), "append", prioLow.PyBox())
	py.Print(py.Call(py.DictClass, d), json.Dumps(d), py.CallMethodKw(json.Module(), "dumps", []any{py.DictOf[any, any](tagX.PyBox(), py.ListOf[any](prioHigh.PyBox()), "k", kindB.PyBox())}, py.Kwargs{{Name: "sort_keys", Value: true}}))
	q := collections.BoundedDequeFrom(py.ListOf[Prio](prioHigh, prioLow).All(), 2)
	py.Print(q, py.SortedList(q.All()), py.MinOf(q.All()).PyBox(), py.SortedList(py.ListOf[*Item](&Item{prio: prioHigh, name: "a"}, &Item{prio: prioLow, name: "b"}).All()))
	heap := asyncio.NewPriorityQueue[py.Pair[Prio, string]](0)
	for _, p := range []Prio{prioHigh, prioLow} {
		if err := heap.PutNowait(py.PairOf(p, p.Name())); err != nil {
			return err
		}
	}
	arg2, err := heap.Get(ctx)
	if err != nil {
		return err
	}
	nowait, err := heap.GetNowait()
	if err != nil {
		return err
	}
	py.Print(arg2.Tuple(), nowait.Tuple())
	arg3 := opt("a")
	arg4 := opt("z")
	arg5 := py.Is(opt("b"), kindB.PyBox())
	var value Kind
	operand := opt("a")
	if py.Truth(operand) {
		value = py.As[Kind](operand)
	} else {
		value = kindB
	}
	py.Print(arg3, arg4, arg5, value.Name())
	result3, err := kindParse("B")
	if err != nil {
		return err
	}
	py.Print(result3.PyBox(), kindDefault().PyBox(), py.Str(kindA.PyBox()), kindB.text(), py.PercentFormat("%s", kindA.PyBox()), py.Str(kindB.PyBox()), py.Repr(kindA.PyBox()))
	py.CallMethod(logging.Module(), "info", "%s %d %s", kindA.PyBox(), prioHigh.PyBox(), tagX.PyBox())
	py.Print(py.Is(py.CallMethod(pycopy.Module(), "deepcopy", kindA.PyBox()), kindA.PyBox()), py.CallMethod(pycopy.Module(), "copy", py.ListOf[any](tagX.PyBox())), py.Equal(py.ListOf[Tag](tagX), py.ListOf[string]("x")), py.Equal(py.Tuple{tagX.PyBox(), 1}, py.Tuple{"x", 1}), py.Equal(py.SetOf[Tag](tagX), py.SetOf[string]("x")), py.Contains(py.SetOf[Tag](tagX), "x"), py.Contains(py.SetOf[string]("x"), tagX.PyBox()), py.Contains(py.ListOf[string]("x", "y"), tagX.PyBox()))
	data := py.DictOf[string, any]("kind", kindA.PyBox(), "prio", prioHigh.PyBox())
	k := data.Get("kind")
	py.Print(py.Is(k, kindA.PyBox()), py.Eq(k, "a"), py.GetAttr(k, "value"), py.IsInstance(k, kindClass), py.IsInstance(k, py.StrClass), py.Is(py.Call(py.TypeClass, k), kindClass), data)
	kind := data.Get("kind")
	py.Print(py.GetAttr(kind, "name"), py.Contains(py.Tuple{kindA.PyBox()}, kind), py.DictOf[any, int](kind, 1).Get(kindA.PyBox()))
	err = py.Try(func() error {
		var wrong any = json.Loads(`"a"`)
		py.Print(wrong, py.Eq(wrong, kindA.PyBox()))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		py.Print(err)
	}
	py.Print(string(tagX)+string(tagY), py.StrRepeat(string(tagX), 2), string(tagX) < string(tagY), int(prioLow) < int(prioHigh), int(prioHigh)-int(prioLow), float64(int(prioLow))*2.5, py.Neg(prioLow.PyBox()), py.As[int](py.Pow(int(prioHigh), 3)), py.GetItem(py.ListOf[any](0, 1, 2), prioLow.PyBox()), py.GetItem("abc", prioLow.PyBox()).(string))
	var total any = 0
	for _, p := range []Prio{prioLow, prioHigh} {
		total = py.IAdd(total, p.PyBox())
	}
	arg6 := total
	arg7 := py.Call(py.Builtin("sum"), prioClass)
	arg8 := py.Call(py.Builtin("max"), prioClass)
	source := py.GetIter(py.ListOf[Prio](prioLow, prioHigh))
	arg9 := py.Call(py.Builtin("sum"), py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for pItem := range py.Iter(source) {
			p := py.As[Prio](pItem)
			y.Yield(p.PyBox())
		}
		return nil
	}).Streams())
	arg10 := py.ListOf[int]()
	for _, p := range []Prio{prioLow, prioHigh} {
		arg10.Append(int(p) + 1)
	}
	source2 := py.GetIter(py.ListOf[Prio](prioLow, prioHigh))
	py.Print(arg6, arg7, arg8, arg9, arg10, py.Any(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for pItem := range py.Iter(source2) {
			p := py.As[Prio](pItem)
			y.Yield(int(p) > 1)
		}
		return nil
	}).Streams()))
	var s any = "pre-"
	s = py.IAdd(s, tagX.PyBox())
	py.Print(s, py.CallMethod(tagX.PyBox(), "upper"), py.CallMethod(tagY.PyBox(), "join", py.ListOf[any]("1", "2")), tagOf("x").Name(), py.Len(tagX.PyBox()), py.GetItem(tagX.PyBox(), 0), py.SortedList(py.ListOf[any](tagY.PyBox(), "xx", tagX.PyBox()).All()))
	x := prioLow
	py.Print(x.PyBox(), int(x)+1)
	x2 := 5
	py.Print(x2, py.Int(prioHigh.PyBox()), py.Float(prioLow.PyBox()), py.GetAttr(prioLow.PyBox(), "real"), py.Hash(prioLow.PyBox()) == 1, py.GetItem(py.DictOf[int, string](1, "one"), prioLow.PyBox()).(string), py.Truth(prioLow.PyBox()))
	return nil
}

func main() {
	py.Main(func() error {
		py.CallMethodKw(logging.Module(), "basicConfig", nil, py.Kwargs{{Name: "level", Value: py.As[int](logging.Module().Attr("INFO"))}, {Name: "format", Value: "%(message)s"}, {Name: "stream", Value: sys.Module().Attr("stdout")}})
		kindClass = enum.RegisterStr("Kind", []Kind{kindA, kindB}, py.Kw{Name: "__str__", Value: py.Func("Kind.__str__(self)", Kind.text)}, py.Kw{Name: "default", Value: py.StaticMethod(py.Func("Kind.default()", kindDefault))})
		Event = py.NewClass("Event", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("kind", kindClass)
			ns.Annotate("prio", prioClass)
		})
		dataclasses.Struct(py.StructClass[Item]("Item", nil), dataclasses.Options{Order: true}, []dataclasses.StructField{{Name: "prio"}, {Name: "name"}})

		return asyncio.RunFunc(asyncMain)
	})
}
