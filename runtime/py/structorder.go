package py

import (
	"cmp"
	"reflect"
	"sync/atomic"
	"unsafe"
)

// fieldOrder tells that "<" compares the instances of a class of a struct as tuples
// of some fields, as long as that is what a method of the class does.
type fieldOrder struct {
	fields []keyField
	class  *Class
	method any // __lt__ of the class
	// checked are the attributes of the class with which it is known to be so.
	checked atomic.Pointer[classTable]
}

// OrderByFields tells that the method __lt__ that a class made by StructClass has
// compares the fields of these names as tuples would. It does nothing where a
// field is of another type than int, string and bool.
func (c *Class) OrderByFields(names ...string) {
	method, ok := c.Own("__lt__")
	fields := c.basicFields(names)
	if ok && fields != nil {
		c.order = &fieldOrder{fields: fields, class: c, method: method}
	}
}

// fieldOrderOf is the order of *T by fields, nil for any other type.
func fieldOrderOf(t reflect.Type) *fieldOrder {
	if class, ok := structClasses.Load(t); ok {
		return class.(*Class).order
	}
	return nil
}

// lessByFields is "<" for the pointers to structs that o orders.
func lessByFields[T any](o *fieldOrder) func(a, b T) bool {
	return func(a, b T) bool {
		p, q := *(*unsafe.Pointer)(unsafe.Pointer(&a)), *(*unsafe.Pointer)(unsafe.Pointer(&b))
		if p == nil || q == nil || !o.current() {
			return Less(Box(a), Box(b))
		}
		return o.less(p, q)
	}
}

// current reports whether the class still has the method.
func (o *fieldOrder) current() bool {
	table := o.class.resolved()
	if o.checked.Load() == table {
		return true
	}
	if method, ok := table.attrs["__lt__"]; !ok || method != o.method {
		return false
	}
	o.checked.Store(table)
	return true
}

func (o *fieldOrder) less(p, q unsafe.Pointer) bool {
	for _, f := range o.fields {
		x, y := unsafe.Add(p, f.offset), unsafe.Add(q, f.offset)
		order := 0
		switch f.kind {
		case reflect.Int:
			order = cmp.Compare(*(*int)(x), *(*int)(y))
		case reflect.String:
			order = cmp.Compare(*(*string)(x), *(*string)(y))
		default:
			order = cmp.Compare(boolInt(*(*bool)(x)), boolInt(*(*bool)(y)))
		}
		if order != 0 {
			return order < 0
		}
	}
	return false
}
