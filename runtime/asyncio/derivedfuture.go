package asyncio

import "github.com/pyasync2go/pyasync2go/runtime/py"

// derivedLike is the outer side of a future or task whose class the program
// derived from Future or Task.
type derivedLike interface {
	// program is the object that the program sees.
	program() *py.Object
	// cancelBase is cancel(msg) of the class of asyncio.
	cancelBase(msg any) bool
}

type derivedFuture struct {
	*Future[any]
	self *py.Object
}

func (d *derivedFuture) program() *py.Object { return d.self }

func (d *derivedFuture) cancelBase(msg any) bool { return d.promise.cancel(msg) }

// cancelFuture calls the cancel() that the derived class may have.
func (d *derivedFuture) cancelFuture(msg any) bool { return cancelDerived(d, msg, []any{msg}, nil) }

type derivedTask struct {
	*Task[any]
	self *py.Object
}

func (d *derivedTask) program() *py.Object { return d.self }

func (d *derivedTask) cancelBase(msg any) bool { return d.requestCancel(msg) }

// cancelFuture calls the cancel() that the derived class may have.
func (d *derivedTask) cancelFuture(msg any) bool { return cancelDerived(d, msg, []any{msg}, nil) }

// cancelDerived calls cancel() of a derived class with the given arguments, which
// say msg.
func cancelDerived(d derivedLike, msg any, args []any, kw py.Kwargs) bool {
	own, _ := d.program().Class.Lookup("cancel")
	if base, _ := FutureClass.Lookup("cancel"); own == base {
		return d.cancelBase(msg)
	}
	return py.Truth(py.CallMethodKw(d.program(), "cancel", args, kw))
}

// object is the value that the program sees.
func (p *promise) object() any {
	if d, ok := p.outer.(derivedLike); ok {
		return d.program()
	}
	return p.outer
}

// cancelOuter calls cancel(msg) as the future's outer type defines it.
func (p *promise) cancelOuter(msg any) bool {
	if p.outer == nil {
		return p.cancel(msg)
	}
	return p.outer.cancelFuture(msg)
}

// cancelKeyword calls cancel(msg=msg) as the future's outer type defines it.
func (p *promise) cancelKeyword(msg any) bool {
	if d, ok := p.outer.(derivedLike); ok {
		return cancelDerived(d, msg, nil, py.Kwargs{{Name: "msg", Value: msg}})
	}
	return p.cancelOuter(msg)
}

// cancelUntold calls cancel() as the future's outer type defines it.
func (p *promise) cancelUntold() bool {
	if d, ok := p.outer.(derivedLike); ok {
		return cancelDerived(d, nil, nil, nil)
	}
	return p.cancelOuter(nil)
}
