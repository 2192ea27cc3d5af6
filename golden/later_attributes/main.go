// Attributes that methods set after __init__: until then, instances do not have them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

type Meter struct {
	name     string
	count    any           `py:"count,later"`
	hasCount bool          `py:"-,has"`
	label    any           `py:"label,later"`
	hasLabel bool          `py:"-,has"`
	items    *py.List[any] `py:"items,later"`
	a        int           `py:"a,later"`
	hasA     bool          `py:"-,has"`
	b        string        `py:"b,later"`
	hasB     bool          `py:"-,has"`
	i        int           `py:"i,later"`
	hasI     bool          `py:"-,has"`
	f        any           `py:"f,later"`
	hasF     bool          `py:"-,has"`
}

func newMeter(name string) *Meter {
	return &Meter{name: name}
}

func (m *Meter) reset() {
	m.count = 0
	m.hasCount = true
	m.label = nil
	m.hasLabel = true
	m.items = py.ListOf[any]()
}

func (m *Meter) add(n any) {
	m.mustCount()
	m.count = py.IAdd(m.count, n)
	m.mustItems().Append(n)
	if py.Truth(py.Gt(n, 2)) {
		m.label = "big"
		m.hasLabel = true
	}
}

func (m *Meter) mean() any {
	return py.TrueDiv(m.mustCount(), m.mustItems().Len())
}

func (m *Meter) show() string {
	return fmt.Sprintf("%s: %s %s %s", m.name, py.Format(m.mustCount(), ""), py.Format(m.mustLabel(), ""), py.Str(m.mustItems()))
}

func (m *Meter) tell() any {
	return py.Func("Meter.tell.<locals>.<lambda>()", func() any { return m.mustCount() })
}

func (m *Meter) both() py.Tuple {
	value := m.name
	m.a = 1
	m.hasA = true
	m.b = value
	m.hasB = true
	for item := range 3 {
		m.i = item
		m.hasI = true
	}
	manager := py.Call(io.Module().Attr("open"), "/dev/null")
	m.f = py.EnterContext(manager)
	m.hasF = true
	err := py.Try(func() error {
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	return py.Tuple{m.a, m.b, m.mustI(), py.GetAttr(m.f, "closed")}
}

// mustCount returns count, which reset sets: it raises AttributeError before that.
func (m *Meter) mustCount() any {
	if !m.hasCount {
		py.Raise(py.NoAttribute(m, "count"))
	}
	return m.count
}

// mustLabel returns label, which reset sets: it raises AttributeError before that.
func (m *Meter) mustLabel() any {
	if !m.hasLabel {
		py.Raise(py.NoAttribute(m, "label"))
	}
	return m.label
}

// mustItems returns items, which reset sets: it raises AttributeError before that.
func (m *Meter) mustItems() *py.List[any] {
	if m.items == nil {
		py.Raise(py.NoAttribute(m, "items"))
	}
	return m.items
}

// mustA returns a, which both sets: it raises AttributeError before that.
func (m *Meter) mustA() int {
	if !m.hasA {
		py.Raise(py.NoAttribute(m, "a"))
	}
	return m.a
}

// mustB returns b, which both sets: it raises AttributeError before that.
func (m *Meter) mustB() string {
	if !m.hasB {
		py.Raise(py.NoAttribute(m, "b"))
	}
	return m.b
}

// mustI returns i, which both sets: it raises AttributeError before that.
func (m *Meter) mustI() int {
	if !m.hasI {
		py.Raise(py.NoAttribute(m, "i"))
	}
	return m.i
}

// Base is what the instances of a class and of those that derive from it have in common.
type Base interface {
	asBase() *BaseBase
	make() int
}

type BaseBase struct {
	handle    int  `py:"handle,later"`
	hasHandle bool `py:"-,has"`
	self      Base `py:"-"` // the instance that this is part of
}

func (b *BaseBase) asBase() *BaseBase {
	return b
}

var baseClass = py.StructClass[BaseBase]("Base", nil)

func newBase() Base {
	b := &BaseBase{}
	b.self = b
	return b
}

func (b *BaseBase) setup() {
	b.handle = b.self.make()
	b.hasHandle = true
}

func (b *BaseBase) make() int {
	return 1
}

func (b *BaseBase) use() int {
	return b.mustHandle()
}

// mustHandle returns handle, which setup sets: it raises AttributeError before that.
func (b *BaseBase) mustHandle() int {
	if !b.hasHandle {
		py.Raise(py.NoAttribute(b.self, "handle"))
	}
	return b.handle
}

type Derived struct {
	BaseBase
	more *py.List[int] `py:"more,later"`
}

func newDerived() *Derived {
	d := &Derived{}
	d.self = d
	return d
}

func (d *Derived) make() int {
	return 5
}

func (d *Derived) extra() {
	d.more = py.ListOf[int](1, 2)
}

// mustMore returns more, which extra sets: it raises AttributeError before that.
func (d *Derived) mustMore() *py.List[int] {
	if d.more == nil {
		py.Raise(py.NoAttribute(d, "more"))
	}
	return d.more
}

type Slotted struct {
	x    int
	y    int  `py:"y,later"`
	hasY bool `py:"-,has"`
}

var _ = py.StructClass[Slotted]("Slotted", nil)

func newSlotted() *Slotted {
	return &Slotted{x: 1}
}

func (s *Slotted) later() {
	s.y = s.x + 1
	s.hasY = true
}

// mustY returns y, which later sets: it raises AttributeError before that.
func (s *Slotted) mustY() int {
	if !s.hasY {
		py.Raise(py.NoAttribute(s, "y"))
	}
	return s.y
}

type Conditional struct {
	value    int  `py:"value,later"`
	hasValue bool `py:"-,has"`
}

var _ = py.StructClass[Conditional]("Conditional", nil)

func newConditional(on bool) *Conditional {
	c := &Conditional{}
	if on {
		c.value = 3
		c.hasValue = true
	}
	return c
}

func (c *Conditional) get() int {
	return c.mustValue()
}

// mustValue returns value, which __init__ sets: it raises AttributeError before that.
func (c *Conditional) mustValue() int {
	if !c.hasValue {
		py.Raise(py.NoAttribute(c, "value"))
	}
	return c.value
}

type Lazy struct {
	n    int                `py:"_n"`
	data *py.Dict[any, any] `py:"_data,later"`
}

var _ = py.StructClass[Lazy]("Lazy", nil)

func newLazy() *Lazy {
	return &Lazy{n: 0}
}

func (l *Lazy) Data() *py.Dict[any, any] {
	if !py.HasAttr(l, "_data") {
		l.n++
		l.data = py.DictOf[any, any]("n", l.n)
	}
	return l.mustData()
}

// mustData returns _data, which data sets: it raises AttributeError before that.
func (l *Lazy) mustData() *py.Dict[any, any] {
	if l.data == nil {
		py.Raise(py.NoAttribute(l, "_data"))
	}
	return l.data
}

type Opt struct {
	v    *Meter `py:"v,later"`
	hasV bool   `py:"-,has"`
}

var _ = py.StructClass[Opt]("Opt", nil)

func (o *Opt) pick(v int) {
	if v < 0 {
		o.v = nil
	} else {
		o.v = newMeter("x")
	}
	o.hasV = true
}

func (o *Opt) Name() string {
	if o.mustV() != nil {
		return o.v.name
	}
	return "none"
}

// mustV returns v, which pick sets: it raises AttributeError before that.
func (o *Opt) mustV() *Meter {
	if !o.hasV {
		py.Raise(py.NoAttribute(o, "v"))
	}
	return o.v
}

type Server struct {
	host    string
	port    any
	clients *py.List[string]
	server  *asyncio.Server `py:"_server,later"`
}

func (s *Server) start(ctx context.Context) error {
	server, err := asyncio.StartServer(ctx, s.Handle, s.host, s.port)
	if err != nil {
		return err
	}
	s.server = server
	s.port = py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(s.server, "sockets"), 0), "getsockname"), 1)
	return nil
}

func (s *Server) Handle(ctx context.Context, reader *asyncio.StreamReader, writer *asyncio.StreamWriter) error {
	line, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	s.clients.Append(py.StrStrip(py.DecodeUTF8(line)))
	writer.Write(line.Upper())
	if err := writer.Drain(ctx); err != nil {
		return err
	}
	writer.Close()
	return writer.WaitClosed(ctx)
}

func (s *Server) stop(ctx context.Context) error {
	s.mustServer().Close()
	return s.server.WaitClosed(ctx)
}

// mustServer returns _server, which start sets: it raises AttributeError before that.
func (s *Server) mustServer() *asyncio.Server {
	if s.server == nil {
		py.Raise(py.NoAttribute(s, "_server"))
	}
	return s.server
}

func asyncMain(ctx context.Context) error {
	s := &Server{host: "127.0.0.1", port: 0, clients: py.ListOf[string]()}
	err := py.Try(func() error {
		return s.stop(ctx)
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			return err
		}
		fmt.Println(err)
	}
	if err := s.start(ctx); err != nil {
		return err
	}
	reader, writer, err := asyncio.OpenConnection(ctx, "127.0.0.1", s.port)
	if err != nil {
		return err
	}
	writer.Write(py.Bytes("hello\n"))
	line, err := reader.ReadLine(ctx)
	if err != nil {
		return err
	}
	py.Print(line)
	writer.Close()
	if err := writer.WaitClosed(ctx); err != nil {
		return err
	}
	if err := s.stop(ctx); err != nil {
		return err
	}
	s.port = 0
	py.Print(s, py.Equal(s, &Server{host: "127.0.0.1", port: 0, clients: py.ListOf[string]("hello")}))
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Meter](
			"Meter",
			nil,
			py.Kw{Name: "add", Value: py.Func("Meter.add(self, n)", (*Meter).add)},
			py.Kw{Name: "tell", Value: py.Func("Meter.tell(self)", (*Meter).tell)},
		)

		m := newMeter("m")
		for _, what := range []string{"show", "mean", "add", "tell"} {
			err := py.Try(func() error {
				if what == "show" {
					m.show()
				} else if what == "mean" {
					m.mean()
				} else if what == "add" {
					m.add(1)
				} else {
					py.Call(m.tell())
				}
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				e := err
				py.Print(what, e, py.GetAttr(e, "name"), py.Is(py.GetAttr(e, "obj"), m))
			}
		}
		py.Print(py.HasAttr(m, "count"), py.Call(py.Builtin("getattr"), m, "count", "none"))
		m.reset()
		py.Print(py.HasAttr(m, "count"), py.Call(py.Builtin("getattr"), m, "count", "none"), m.mustLabel())
		m.add(3)
		m.add(4)
		py.Print(m.show(), m.mean(), py.Call(m.tell()))
		py.Print(m.both())
		fmt.Println(m.mustA(), m.mustB())
		py.StructClass[Derived]("Derived", []any{baseClass})

		b := newBase()
		d := newDerived()
		for _, xItem := range []any{b, d} {
			x := py.As[Base](xItem)
			err := py.Try(func() error {
				fmt.Println(x.asBase().use())
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
			x.asBase().setup()
			fmt.Println(x.asBase().use(), x.asBase().mustHandle())
		}
		err := py.Try(func() error {
			d.mustMore()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
		d.extra()
		fmt.Println(d.mustMore())

		s := newSlotted()
		err = py.Try(func() error {
			fmt.Println(s.mustY())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
		s.later()
		fmt.Println(s.mustY())

		fmt.Println(newConditional(true).get())
		err = py.Try(func() error {
			newConditional(false).get()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}

		z := newLazy()
		fmt.Println(z.Data(), z.Data())

		o := &Opt{}
		o.pick(-1)
		fmt.Println(o.Name())
		o.pick(1)
		fmt.Println(o.Name())
		o2 := &Opt{}
		err = py.Try(func() error {
			o2.Name()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println(err)
		}
		o2.v = nil
		o2.hasV = true
		fmt.Println(o2.Name())
		dataclasses.Struct(py.StructClass[Server]("Server", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "host"}, {Name: "port"}, {Name: "clients"}})

		return asyncio.RunFunc(asyncMain)
	})
}
