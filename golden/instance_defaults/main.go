// Class attributes that instances set for themselves, seen from everywhere.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Poller struct {
	limit int
	task  *asyncio.Task[asyncio.None]
	state string
	name  string
	seen  *py.List[int]
}

const (
	pollerLimit = 3
	pollerState = "idle"
)

var pollerInterval = 0.01

func newPoller(name string) *Poller {
	return &Poller{
		limit: 3,
		state: "idle",
		name:  name,
		seen:  py.ListOf[int](),
	}
}

func (p *Poller) run(ctx context.Context) error {
	p.state = "running"
	for i := range p.limit {
		p.seen.Append(i)
		if err := asyncio.Sleep(ctx, asyncio.Seconds(pollerInterval)); err != nil {
			return err
		}
	}
	p.state = "done"
	return nil
}

func (p *Poller) start() {
	if p.task == nil {
		p.task = asyncio.CreateTask(asyncio.Context(), asyncio.Go(p.run).Named("Poller.run"))
	}
}

func (p *Poller) stop(ctx context.Context) error {
	if p.task != nil {
		if _, err := p.task.Await(ctx); err != nil {
			return err
		}
		p.task = nil
	}
	return nil
}

type Hits struct {
	count int
}

const hitsCount = 0

func (h *Hits) hit() int {
	h.count++
	return h.count
}

func asyncMain(ctx context.Context) error {
	p := newPoller("p")
	py.Print(p.state, p.limit, py.Box(p.task), pollerState)
	p.limit = 2
	p.start()
	if err := p.stop(ctx); err != nil {
		return err
	}
	py.Print(p.state, p.seen, py.Box(p.task), pollerLimit)
	a, b := &Hits{}, &Hits{}
	a.hit()
	a.hit()
	b.hit()
	fmt.Println(a.count, b.count, hitsCount)
	return nil
}

// Base is what the instances of a class and of those that derive from it have in common.
type Base interface {
	asBase() *BaseBase
}

type BaseBase struct {
	level int
	tags  *py.List[any]
	owner any
}

func (b *BaseBase) asBase() *BaseBase {
	return b
}

const baseLevel = 1

var (
	baseTags  *py.List[any]
	baseOwner any
	baseClass *py.Class
)

func newBase() Base {
	b := &BaseBase{level: 1, tags: baseTags}
	return b
}

func (b *BaseBase) raiseLevel() {
	b.level++
}

func (b *BaseBase) retag(tags *py.List[any]) {
	b.tags = tags
}

type Derived struct {
	BaseBase
}

var derivedClass *py.Class

func newDerived() *Derived {
	d := &Derived{}
	d.level = 1
	d.tags = baseTags
	return d
}

func (d *Derived) own(who string) {
	d.owner = who
}

func show(x Base) {
	py.Print(py.TypeOf(x).Name(), x.asBase().level, x.asBase().tags, x.asBase().owner, py.GetAttr(py.Call(py.TypeClass, x), "level"), py.GetAttr(py.Call(py.TypeClass, x), "tags"))
}

var Tick any

func tickAll(cls any) any {
	py.SetAttr(cls, "n", py.IAdd(py.GetAttr(cls, "n"), 1))
	return nil
}

func tickOne(self any) any {
	py.SetAttr(self, "n", py.IAdd(py.GetAttr(self, "n"), 10))
	return nil
}

var Gone any

func goneSet(self any) any {
	py.SetAttr(self, "x", 2)
	return nil
}

func goneUnset(self any) any {
	py.DelAttr(self, "x")
	return nil
}

type Config struct {
	debug  bool
	limits py.Pair[int, int]
}

const (
	configDebug = false
	configName  = "default"
)

var configLimits py.Pair[int, int]

type Ctor struct {
	size   int
	double int
}

const ctorSize = 5

func newCtor(size any) *Ctor {
	c := &Ctor{size: 5}
	if size != nil {
		c.size = size.(int)
	}
	c.double = c.size * 2
	return c
}

type Always struct {
	size int
}

const alwaysSize = 5

func newAlways(n int) *Always {
	return &Always{size: n}
}

func (a *Always) bump() {
	a.size++
}

func main() {
	py.Main(func() error {
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		baseTags = py.ListOf[any]("base")
		baseOwner = nil
		baseClass = py.StructClass[BaseBase]("Base", nil, py.Kw{Name: "__new__", Value: py.Func("Base()", newBase)})
		baseClass.SetFieldDefault("level", baseLevel)
		baseClass.SetFieldDefault("tags", baseTags)
		baseClass.SetFieldDefault("owner", baseOwner)
		derivedClass = py.StructClass[Derived]("Derived", []any{baseClass})
		derivedClass.SetFieldDefault("level", baseLevel)
		derivedClass.SetFieldDefault("tags", baseTags)
		derivedClass.SetFieldDefault("owner", baseOwner)

		b, d := newBase(), newDerived()
		for x := range py.ListOf[Base](b, d).All() {
			show(x)
			x.asBase().raiseLevel()
			show(x)
		}
		b.asBase().tags.Append("shared")
		b.asBase().retag(py.ListOf[any]("mine"))
		b.asBase().tags.Append("more")
		d.own("me")
		show(b)
		show(d)
		py.Print(baseLevel, baseTags, baseLevel, nil)
		py.Print(py.GetAttr(d, "owner"), py.HasAttr(b, "owner"), py.GetAttr(baseClass, "level"))
		Tick = py.NewClass("Tick", nil, nil, func(ns *py.Namespace) {
			ns.Set("n", 0)

			ns.Set("all", py.ClassMethod(py.Func("Tick.all(cls)", tickAll)))

			ns.Set("one", py.Func("Tick.one(self)", tickOne))
		})

		t := py.Call(Tick)
		py.CallMethod(Tick, "all")
		py.Print(py.GetAttr(t, "n"), py.GetAttr(Tick, "n"))
		py.CallMethod(t, "one")
		py.CallMethod(Tick, "all")
		py.Print(py.GetAttr(t, "n"), py.GetAttr(Tick, "n"))
		Gone = py.NewClass("Gone", nil, nil, func(ns *py.Namespace) {
			ns.Set("x", 1)

			ns.Set("set", py.Func("Gone.set(self)", goneSet))

			ns.Set("unset", py.Func("Gone.unset(self)", goneUnset))
		})

		g := py.Call(Gone)
		py.CallMethod(g, "set")
		py.Print(py.GetAttr(g, "x"))
		py.CallMethod(g, "unset")
		py.Print(py.GetAttr(g, "x"))
		configLimits = py.PairOf(1, 2)

		c := &Config{limits: configLimits}
		c.debug = true
		c.limits = py.PairOf(3, 4)
		py.Print(c.debug, configDebug, configName, c.limits.Tuple(), configLimits.Tuple())

		fmt.Println(newCtor(nil).double, newCtor(7).double, newCtor(3).size, ctorSize)

		a := newAlways(2)
		a.bump()
		fmt.Println(a.size, alwaysSize)
		return nil
	})
}
