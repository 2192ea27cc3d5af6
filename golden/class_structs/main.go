package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Shape is what the instances of a class and of those that derive from it have in common.
type Shape interface {
	asShape() *ShapeBase
	area() (float64, error)
	describe() string
}

// A shape.
type ShapeBase struct {
	name string
	self Shape `py:"-"` // the instance that this is part of
}

func (s *ShapeBase) asShape() *ShapeBase {
	return s
}

var (
	shapeCount int
	shapeClass = py.StructClass[ShapeBase]("Shape", nil)
)

func (s *ShapeBase) initShape(name string) {
	s.name = name
	shapeCount++
}

func newShape(name string) Shape {
	s := &ShapeBase{}
	s.self = s
	s.initShape(name)
	return s
}

func (s *ShapeBase) area() (float64, error) {
	return 0, py.NewNotImplementedError()
}

func (s *ShapeBase) describe() string {
	arg := s.name
	return arg + " with area " + py.Fixed(py.Must(s.self.area()), 2)
}

func (s *ShapeBase) label() string {
	return py.StrUpper(s.name)
}

type Circle struct {
	ShapeBase
	r float64
}

func newCircle(r float64) *Circle {
	c := &Circle{}
	c.self = c
	c.ShapeBase.initShape("circle")
	c.r = r
	return c
}

func (c *Circle) area() (float64, error) {
	return 3.14 * py.PowFloat(c.r, 2.0).(float64), nil
}

// Rect is what the instances of a class and of those that derive from it have in common.
type Rect interface {
	Shape
	asRect() *RectBase
}

type RectBase struct {
	ShapeBase
	w float64
	h float64
}

func (r *RectBase) asRect() *RectBase {
	return r
}

var rectClass *py.Class

func (r *RectBase) initRect(w, h float64, name string) {
	r.ShapeBase.initShape(name)
	r.w = w
	r.h = h
}

func newRect(w, h float64, name string) Rect {
	r := &RectBase{}
	r.self = r
	r.initRect(w, h, name)
	return r
}

func (r *RectBase) area() (float64, error) {
	return r.w * r.h, nil
}

type Square struct {
	RectBase
}

func newSquare(s float64) *Square {
	s2 := &Square{}
	s2.self = s2
	s2.RectBase.initRect(s, s, "square")
	return s2
}

func (s *Square) describe() string {
	return "[" + s.RectBase.describe() + "]"
}

type Stack struct {
	items *py.List[any] `py:"_items"`
}

func newStack() *Stack {
	return &Stack{items: py.ListOf[any]()}
}

func (s *Stack) push(x int) {
	s.items.Append(x)
}

func (s *Stack) pop() (any, error) {
	if s.items.Len() == 0 {
		return nil, py.NewIndexError("pop from empty stack")
	}
	return s.items.Pop(), nil
}

func (s *Stack) length() int {
	return s.items.Len()
}

func (s *Stack) iterate() any {
	return py.GetIter(s.items)
}

func (s *Stack) contains(x any) bool {
	return s.items.Has(x)
}

func (s *Stack) item(i any) any {
	return py.GetItem(s.items, i)
}

func (s *Stack) repr() string {
	return "Stack(" + py.Repr(s.items) + ")"
}

func (s *Stack) truth() bool {
	return s.items.Len() > 0
}

type Vec struct {
	x any
	y any
}

func newVec(x, y any) *Vec {
	return &Vec{x: x, y: y}
}

func (v *Vec) add(o *Vec) *Vec {
	return newVec(py.Add(v.x, o.x), py.Add(v.y, o.y))
}

func (v *Vec) mul(k any) *Vec {
	return newVec(py.Mul(v.x, k), py.Mul(v.y, k))
}

func (v *Vec) equal(o any) any {
	if _, ok := o.(*Vec); !ok {
		return py.NotImplemented
	}
	var value any = py.Eq(v.x, o.(*Vec).x)
	if py.Truth(value) {
		value = py.Eq(v.y, o.(*Vec).y)
	}
	return value
}

func (v *Vec) hash() int {
	return py.Hash(py.Tuple{v.x, v.y})
}

func (v *Vec) text() string {
	return "(" + py.Format(v.x, "") + ", " + py.Format(v.y, "") + ")"
}

func (v *Vec) neg() *Vec {
	return newVec(py.Neg(v.x), py.Neg(v.y))
}

func (v *Vec) less(o *Vec) any {
	return py.Lt(v.x, o.x)
}

type Account struct {
	owner   string
	balance float64 `py:"_balance"`
	history *py.List[py.Pair[string, float64]]
}

var accountRate float64

func newAccount(owner string, balance float64) *Account {
	return &Account{owner: owner, balance: balance, history: py.ListOf[py.Pair[string, float64]]()}
}

func (a *Account) Balance() float64 {
	return a.balance
}

func (a *Account) setBalance(v float64) error {
	if v < 0 {
		return py.NewValueError("negative")
	}
	a.history.Append(py.PairOf("set", v))
	a.balance = v
	return nil
}

func accountEmpty(owner string) *Account {
	return newAccount(owner, 0.0)
}

func accountValid(x float64) bool {
	return x >= 0
}

func (a *Account) interest() float64 {
	arg := a.balance
	return arg * accountRate
}

var acc *Account

// AppError is what the instances of a class and of those that derive from it have in common.
type AppError interface {
	py.BaseException
	asAppError() *AppErrorBase
}

type AppErrorBase struct {
	py.Exception
	code int
}

func (a *AppErrorBase) asAppError() *AppErrorBase {
	return a
}

var appErrorClass = py.StructClass[AppErrorBase]("AppError", []any{py.ExceptionClass})

func (a *AppErrorBase) initAppError(msg string, code int) {
	a.Exception.Args = py.TupleOf(msg)
	a.code = code
}

type NotFound struct {
	AppErrorBase
	key string
}

var notFoundClass *py.Class

func newNotFound(key string) *NotFound {
	n := &NotFound{}
	n.Exception = py.ExceptionOf(notFoundClass, key)
	n.AppErrorBase.initAppError("no "+key, 404)
	n.key = key
	return n
}

type Denied struct {
	AppErrorBase
}

var deniedClass *py.Class

func newDenied(msg string, code int) *Denied {
	d := &Denied{}
	d.Exception = py.ExceptionOf(deniedClass, msg, code)
	d.initAppError(msg, code)
	return d
}

// Plain is what the instances of a class and of those that derive from it have in common.
type Plain interface {
	py.BaseException
	asPlain() *PlainBase
}

// plain
type PlainBase struct {
	py.Exception
}

func (p *PlainBase) asPlain() *PlainBase {
	return p
}

var plainClass = py.StructClass[PlainBase]("Plain", []any{py.ValueError})

func newPlain(args py.Tuple) Plain {
	p := &PlainBase{}
	p.Exception = py.ExceptionOf(plainClass, args...)
	return p
}

type Sub struct {
	PlainBase
}

var subClass *py.Class

func newSub(args py.Tuple) *Sub {
	s := &Sub{}
	s.Exception = py.ExceptionOf(subClass, args...)
	return s
}

func check(k string) (int, error) {
	if k == "a" {
		return 0, newNotFound(k)
	}
	if k == "b" {
		return 0, newDenied("denied", 403)
	}
	if k == "c" {
		return 0, newSub(py.TupleOf("x", 3))
	}
	if k == "d" {
		return 0, newPlain(py.TupleOf())
	}
	return 7, nil
}

type Res struct {
	name string
	open bool
}

func newRes(name string) *Res {
	return &Res{name: name, open: false}
}

func (r *Res) enterAsync(ctx context.Context) (*Res, error) {
	r.open = true
	return r, nil
}

func (r *Res) exitAsync(ctx context.Context, et any) (bool, error) {
	r.open = false
	arg := r.name
	var value any
	if py.Truth(et) {
		value = py.GetAttr(et, "__name__")
	} else {
		value = nil
	}
	py.Print("exit", arg, value)
	return py.Is(et, py.KeyError), nil
}

func (r *Res) enter() *Res {
	fmt.Println("enter", r.name)
	return r
}

func (r *Res) exit() {
	fmt.Println("leave", r.name)
}

type Twice struct {
	a int
	b int
}

func newTwice() *Twice {
	t := &Twice{}
	t.a = 1
	t.a = 2
	t.b = 3
	return t
}

type Counter struct {
	n int
	i int
}

func newCounter(n int) *Counter {
	return &Counter{n: n, i: 0}
}

func (c *Counter) iterateAsync() *Counter {
	return c
}

func (c *Counter) nextAsync(ctx context.Context) (int, error) {
	if c.i >= c.n {
		return 0, py.NewStopAsyncIteration()
	}
	c.i++
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return c.i, nil
}

func asyncMain(ctx context.Context) error {
	manager := newRes("r1")
	r, err := manager.enterAsync(ctx)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		py.Print(r.name, r.open)
		return nil
	})
	suppressed, exitErr := manager.exitAsync(ctx, py.ErrorClass(err))
	if exitErr != nil {
		return exitErr
	}
	if suppressed {
		err = nil
	}
	if err != nil {
		return err
	}
	manager2 := newRes("r2")
	if _, err := manager2.enterAsync(ctx); err != nil {
		return err
	}
	err = py.Try(func() error {
		return py.NewKeyError("k")
	})
	suppressed2, exitErr2 := manager2.exitAsync(ctx, py.ErrorClass(err))
	if exitErr2 != nil {
		return exitErr2
	}
	if suppressed2 {
		err = nil
	}
	if err != nil {
		return err
	}
	manager3 := newRes("r3")
	r3 := manager3.enter()
	err = py.Try(func() error {
		py.Print(r3.open)
		return nil
	})
	manager3.exit()
	if err != nil {
		return err
	}
	it := py.AIter(newCounter(3))
	for {
		i, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.PrintWith([]any{i}, py.PrintOptions{End: " "})
	}
	fmt.Println()
	f := py.GetAttr(acc, "interest")
	py.Print(py.Call(f))
	arg := newTwice().a
	fmt.Println(arg, newTwice().b)
	return nil
}

func main() {
	py.Main(func() error {
		shapeCount = 0
		py.StructClass[Circle]("Circle", []any{shapeClass})
		rectClass = py.StructClass[RectBase]("Rect", []any{shapeClass})
		py.StructClass[Square]("Square", []any{rectClass})
		shapes := py.ListOf[Shape](newCircle(1.5), newRect(2.0, 3.5, "rect"), newSquare(2.0))
		for s := range shapes.All() {
			arg := s.describe()
			arg2 := s.asShape().label()
			arg3 := py.TypeOf(s).Name()
			_, ok := s.(Rect)
			py.Print(arg, arg2, arg3, ok)
		}
		arg := shapeCount
		fmt.Println(arg, py.MaxBy(shapes.All(), func(s Shape) float64 { return py.Must(s.area()) }).asShape().name)
		err := py.Try(func() error {
			newShape("x").describe()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NotImplementedError) {
				return err
			}
			fmt.Println("abstract")
		}
		py.StructClass[Stack](
			"Stack",
			nil,
			py.Kw{Name: "pop", Value: py.Func("Stack.pop(self)", (*Stack).pop)},
			py.Kw{Name: "__len__", Value: py.Func("Stack.__len__(self)", (*Stack).length)},
			py.Kw{Name: "__iter__", Value: py.Func("Stack.__iter__(self)", (*Stack).iterate)},
			py.Kw{Name: "__contains__", Value: py.Func("Stack.__contains__(self, x)", (*Stack).contains)},
			py.Kw{Name: "__getitem__", Value: py.Func("Stack.__getitem__(self, i)", (*Stack).item)},
			py.Kw{Name: "__repr__", Value: py.Func("Stack.__repr__(self)", (*Stack).repr)},
			py.Kw{Name: "__bool__", Value: py.Func("Stack.__bool__(self)", (*Stack).truth)},
		)
		st := newStack()
		py.Print(py.Truth(st), st.length(), st)
		for i := range 3 {
			st.push(i * 10)
		}
		arg2 := st.length()
		arg3 := py.GetItem(st, 1)
		arg4 := st.contains(20)
		arg5 := st.contains(5)
		arg6 := py.ListFrom(py.Items[any](st))
		arg7 := py.ListOf[any]()
		for x := range py.Iter(st.iterate()) {
			arg7.Append(py.Add(x, 1))
		}
		var value string
		if py.Truth(st) {
			value = "yes"
		} else {
			value = "no"
		}
		py.Print(arg2, arg3, arg4, arg5, arg6, st, arg7, value)
		arg8, err := st.pop()
		if err != nil {
			return err
		}
		arg9, err := st.pop()
		if err != nil {
			return err
		}
		popResult, err := st.pop()
		if err != nil {
			return err
		}
		py.Print(arg8, arg9, popResult)
		err = py.Try(func() error {
			_, err := st.pop()
			return err
		})
		if err != nil {
			if !errors.Is(err, py.IndexError) {
				return err
			}
			fmt.Println("IndexError", err)
		}
		py.StructClass[Vec](
			"Vec",
			nil,
			py.Kw{Name: "__add__", Value: py.Func("Vec.__add__(self, o)", (*Vec).add)},
			py.Kw{Name: "__mul__", Value: py.Func("Vec.__mul__(self, k)", (*Vec).mul)},
			py.Kw{Name: "__eq__", Value: py.Func("Vec.__eq__(self, o)", (*Vec).equal)},
			py.Kw{Name: "__hash__", Value: py.Func("Vec.__hash__(self)", (*Vec).hash)},
			py.Kw{Name: "__str__", Value: py.Func("Vec.__str__(self)", (*Vec).text)},
			py.Kw{Name: "__neg__", Value: py.Func("Vec.__neg__(self)", (*Vec).neg)},
			py.Kw{Name: "__lt__", Value: py.Func("Vec.__lt__(self, o)", (*Vec).less)},
		)
		a := newVec(1.0, 2.0)
		b := newVec(3.0, 4.0)
		arg10 := a.add(b)
		arg11 := a.mul(2.0)
		arg12 := py.Eq(a, b)
		arg13 := py.Eq(a, newVec(1.0, 2.0))
		arg14 := py.Ne(a, b)
		arg15 := a.neg()
		arg16 := a.text()
		var value2 string
		if false {
			value2 = py.Format(a.add(b), ">12")
		} else {
			value2 = ""
		}
		py.Print(arg10, arg11, arg12, arg13, arg14, arg15, arg16, value2, py.Lt(a, b), py.SortedList(py.ListOf[*Vec](b, a).All()).Get(0), py.Eq(a, 5))
		fmt.Println(py.SetOf[*Vec](a, newVec(1.0, 2.0), b).Len(), py.DictOf[*Vec, int](a, 1).Get(newVec(1.0, 2.0)))
		accountRate = 0.05
		py.StructClass[Account]("Account", nil, py.Kw{Name: "interest", Value: py.Func("Account.interest(self)", (*Account).interest)})
		acc = accountEmpty("bob")
		if err := acc.setBalance(100.0); err != nil {
			return err
		}
		if err := acc.setBalance(acc.Balance() + 50); err != nil {
			return err
		}
		py.Print(acc.Balance(), acc.interest(), accountValid(-1.0), accountValid(3.0), acc.history)
		err = py.Try(func() error {
			return acc.setBalance(-1.0)
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println("err", err)
		}
		accountRate = 0.1
		py.Print(acc.interest())
		notFoundClass = py.StructClass[NotFound]("NotFound", []any{appErrorClass})
		deniedClass = py.StructClass[Denied]("Denied", []any{appErrorClass})
		subClass = py.StructClass[Sub]("Sub", []any{plainClass})
		for k := range py.StrIter("abcde") {
			err := py.Try(func() error {
				checkResult, err := check(k)
				if err != nil {
					return err
				}
				fmt.Println(checkResult)
				return nil
			})
			if err != nil {
				if e, ok := errors.AsType[*NotFound](err); ok {
					arg := e.key
					arg2 := e.code
					py.Print("nf", e, arg, arg2, py.GetAttr(e, "args"))
				} else if e, ok := errors.AsType[AppError](err); ok {
					arg := py.TypeOf(e).Name()
					arg2 := e.asAppError().code
					py.Print("app", arg, e, arg2, py.Repr(e))
				} else {
					if !py.Matches(err, py.Tuple{plainClass, py.KeyError}) {
						return err
					}
					e := err
					py.Print("plain", py.TypeOf(e).Name(), py.GetAttr(e, "args"), py.Repr(e), py.IsInstance(e, py.ValueError))
				}
			}
		}
		py.StructClass[Counter](
			"Counter",
			nil,
			py.Kw{Name: "__aiter__", Value: py.Func("Counter.__aiter__(self)", (*Counter).iterateAsync)},
			py.Kw{Name: "__anext__", Value: py.AsyncFunc("Counter.__anext__(self)", (*Counter).nextAsync)},
		)
		return asyncio.RunFunc(asyncMain)
	})
}
