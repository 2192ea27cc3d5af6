package py

import "reflect"

// Classed is implemented by the Go types that take part in dynamic operations.
type Classed interface {
	PyClass() *Class
}

// Object is an instance of a class that a class statement made.
type Object struct {
	Class *Class
	attrs attrTable
	// slots holds the values of __slots__.
	slots *attrTable
	// Native is the value of a builtin type that the class derives from: the
	// *Dict of an instance of a dict subclass, and so on.
	Native any
}

// PyClass is the object's class.
func (o *Object) PyClass() *Class { return o.Class }

// NewObject makes an instance without attributes: object.__new__(class).
func NewObject(class *Class) *Object { return &Object{Class: class} }

// native returns the value of a builtin type that o is or holds.
func native(o any) any {
	if obj, ok := o.(*Object); ok && obj.Native != nil {
		return obj.Native
	}
	return o
}

// Payload returns the Go value of o: that of the builtin type which the class
// of an *Object derives from, or o itself.
func Payload(o any) any { return native(o) }

// PayloadAs returns the Go value of self as a T, for the methods of a class
// that Go code implements. It raises TypeError for anything else.
func PayloadAs[T any](self any) T {
	v, ok := native(self).(T)
	if !ok {
		raisef(NewTypeError, "descriptor requires a '%s' object but received a '%s'",
			goTypeName(reflect.TypeFor[T]()), typeName(self))
	}
	return v
}

// TypeOf is type(o).
func TypeOf(o any) *Class {
	switch o := o.(type) {
	case nil:
		return NoneClass
	case *Object:
		return o.Class
	case string:
		return StrClass
	case int:
		return IntClass
	case bool:
		return BoolClass
	case float64:
		return FloatClass
	case BaseException:
		e := o.exception()
		if e.Class == nil {
			e.Class = typeOfOther(o)
		}
		return e.Class
	case Classed:
		if c := o.PyClass(); c != nil {
			return c
		}
	}
	return typeOfOther(o)
}

// typeName is the name of type(o) that errors show.
func typeName(o any) string { return TypeOf(o).ErrorName() }

// Attributes gives a Go type a __dict__ when it is embedded: Python code can
// then set any attribute on its values.
type Attributes struct {
	table *attrTable
}

func (a *Attributes) attributes() *attrTable {
	if a.table == nil {
		a.table = &attrTable{}
	}
	return a.table
}

type attributed interface {
	attributes() *attrTable
}

// ownAttrs returns the attributes of o itself, nil if it has no __dict__.
func ownAttrs(o any) *attrTable {
	switch o := o.(type) {
	case *Object:
		if o.Class.hasDict {
			return &o.attrs
		}
	case *Function:
		if o.kind != builtinFunction {
			if o.attrs == nil {
				o.attrs = &attrTable{}
			}
			return o.attrs
		}
	case *Module:
		return &o.attrs
	case BaseException:
		return &o.exception().Attrs
	case attributed:
		return o.attributes()
	}
	return nil
}

func hasOwnAttr(o any, name string) bool {
	if t := ownAttrs(o); t != nil {
		_, ok := t.get(name)
		return ok
	}
	return false
}
