package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

// Conn is what the instances of a class and of those that derive from it have in common.
type Conn interface {
	asConn() *ConnBase
}

type ConnBase struct {
	host     string
	port     int
	sock     string `py:"sock,later"`
	hasSock  bool   `py:"-,has"`
	tries    int    `py:"tries,later"`
	hasTries bool   `py:"-,has"`
	self     Conn   `py:"-"` // the instance that this is part of
}

func (c *ConnBase) asConn() *ConnBase {
	return c
}

var connClass = py.StructClass[ConnBase]("Conn", nil)

func (c *ConnBase) initConn(host string) {
	c.host = host
	c.port = 80
}

func newConn(host string) Conn {
	c := &ConnBase{}
	c.self = c
	c.initConn(host)
	return c
}

func (c *ConnBase) connect() {
	c.sock = "sock:" + c.host
	c.hasSock = true
	c.tries = 0
	c.hasTries = true
}

func (c *ConnBase) close() string {
	c.mustTries()
	c.tries++
	return c.mustSock() + strconv.Itoa(c.tries)
}

// mustSock returns sock, which connect sets: it raises AttributeError before that.
func (c *ConnBase) mustSock() string {
	if !c.hasSock {
		py.Raise(py.NoAttribute(c.self, "sock"))
	}
	return c.sock
}

// mustTries returns tries, which connect sets: it raises AttributeError before that.
func (c *ConnBase) mustTries() int {
	if !c.hasTries {
		py.Raise(py.NoAttribute(c.self, "tries"))
	}
	return c.tries
}

type Pool struct {
	ConnBase
	items *py.List[int] `py:"items,later"`
}

func newPool(host string) *Pool {
	p := &Pool{}
	p.self = p
	p.initConn(host)
	return p
}

func (p *Pool) start() {
	p.items = py.ListOf[int](1)
	p.items.Append(2)
}

// mustItems returns items, which start sets: it raises AttributeError before that.
func (p *Pool) mustItems() *py.List[int] {
	if p.items == nil {
		py.Raise(py.NoAttribute(p, "items"))
	}
	return p.items
}

var (
	PClass any
	p      any
)

var (
	FClass any
	f      any
)

var (
	SClass any
	s      any
)

func poke(o any, v int) {
	py.SetAttr(o, "state", v)
	py.SetAttr(o, "x", v)
}

type Cfg struct {
	host string
	port int
	tags any
}

var (
	ItemClass any
	Item      any
)

var WithPostClass any

func withPostPostInit(self any) any {
	py.SetAttr(self, "b", py.Mul(py.GetAttr(self, "a"), 2))
	return nil
}

var WithPost any

func grow(c *Cfg, n int) *py.List[*Cfg] {
	out := py.ListOf[*Cfg]()
	for i := range n {
		cfg := *c
		cfg.port = c.port + i
		c = &cfg
		out.Append(c)
	}
	return out
}

func copies(ctx context.Context) error {
	c := &Cfg{host: "h", port: 80, tags: py.Tuple{}}
	cfg := *c
	arg := &cfg
	cfg2 := *c
	cfg2.port = 1
	cfg2.tags = py.Tuple{"x"}
	arg2 := &cfg2
	cfg3 := *c
	arg3 := py.Equal(c, &cfg3)
	cfg4 := *c
	py.Print(c, arg, arg2, arg3, py.Is(c, &cfg4))
	fmt.Println(grow(c, 3))
	i := py.Call(Item, "a", 1, py.ListOf[any](1))
	j := py.CallMethodKw(dataclasses.Module(), "replace", []any{i}, py.Kwargs{{Name: "qty", Value: 5}})
	py.CallMethod(py.GetAttr(j, "extra"), "append", 2)
	py.Print(i, j, py.Is(py.GetAttr(i, "extra"), py.GetAttr(j, "extra")))
	py.SetAttr(i, "note", "n")
	k := py.CallKw(dataclasses.Module().Attr("replace"), []any{i}, py.Kwargs{{Name: "name", Value: "k"}})
	py.Print(py.HasAttr(k, "note"), py.GetAttr(i, "note"))
	py.Print(py.CallKw(dataclasses.Module().Attr("replace"), []any{py.Call(WithPost, 3)}, py.Kwargs{{Name: "a", Value: 4}}))
	py.Print(py.CallKw(dataclasses.Module().Attr("replace"), []any{i}, py.Kwargs{{Name: "qty", Value: "many"}}))
	err := py.Try(func() error {
		py.CallKw(dataclasses.Module().Attr("replace"), []any{i}, py.Kwargs{{Name: "nope", Value: 1}})
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := copies(ctx); err != nil {
		return err
	}
	c := newConn("h")
	err := py.Try(func() error {
		c.asConn().close()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			return err
		}
		fmt.Println(err)
	}
	c.asConn().connect()
	fmt.Println(c.asConn().close(), c.asConn().close(), c.asConn().mustTries(), c.asConn().port)
	pValue := newPool("p")
	pValue.start()
	pValue.connect()
	fmt.Println(pValue.mustItems(), pValue.mustSock(), pValue.close())
	q := py.Call(p, 1)
	poke(q, 5)
	py.Print(q, py.GetAttr(q, "x"), py.GetAttr(q, "state"), py.HasAttr(q, "nope"))
	py.SetAttr(q, "more", "m")
	py.Print(py.GetAttr(q, "more"), py.Eq(q, py.Call(p, 5)))
	for _, o := range []any{py.Call(f, 1), py.Call(s, 2)} {
		err := py.Try(func() error {
			poke(o, 3)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
	}
	err = py.Try(func() error {
		py.Print(py.GetAttr(q, "missing"))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			return err
		}
		fmt.Println(err)
	}
	py.DelAttr(q, "more")
	py.Print(py.HasAttr(q, "more"))
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Pool]("Pool", []any{connClass})
		decorator := dataclasses.Module().Attr("dataclass")
		PClass = py.NewClass("P", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
		})
		p = py.Call(decorator, PClass)
		decorator2 := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "frozen", Value: true}})
		FClass = py.NewClass("F", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
		})
		f = py.Call(decorator2, FClass)
		decorator3 := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "slots", Value: true}})
		SClass = py.NewClass("S", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
		})
		s = py.Call(decorator3, SClass)
		py.NewClass("Dyn", []any{py.DictClass}, nil, func(ns *py.Namespace) {})
		dataclasses.Struct(py.StructClass[Cfg]("Cfg", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "host"}, {Name: "port"}, {Name: "tags"}})
		decorator4 := dataclasses.Module().Attr("dataclass")
		ItemClass = py.NewClass("Item", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("name", py.StrClass)
			ns.Annotate("qty", py.IntClass)
			ns.Set("qty", 0)
			ns.Annotate("extra", py.GetItem(py.ListClass, py.IntClass))
			ns.Set("extra", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.ListClass}}))
		})
		Item = py.Call(decorator4, ItemClass)
		decorator5 := dataclasses.Module().Attr("dataclass")
		WithPostClass = py.NewClass("WithPost", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("a", py.IntClass)
			ns.Annotate("b", py.IntClass)
			ns.Set("b", 0)

			ns.Set("__post_init__", py.Func("WithPost.__post_init__(self)", withPostPostInit))
		})
		WithPost = py.Call(decorator5, WithPostClass)

		return asyncio.RunFunc(asyncMain)
	})
}
