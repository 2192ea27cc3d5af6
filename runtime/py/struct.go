package py

import (
	"math/big"
	"reflect"
	"strings"
	"sync"
	"unsafe"
)

// structClasses are the classes of static programs by the Go type of their
// instances, *T.
var structClasses sync.Map // reflect.Type → *Class

// StructClass registers the struct type T as the Python class name, which begins with
// its module and a dot if that is not the script, whose
// instances are *T. The fields are attributes, by their tag `py:"name"` or
// their Go name; attrs are methods, properties and class attributes. bases are
// classes, usually those of embedded structs. A field with the tag
// `py:"name,later"` is an attribute once it is not nil, or once the field after
// it is true if that has the tag `py:"-,has"`.
func StructClass[T any](name string, bases []any, attrs ...Kw) *Class {
	t := reflect.TypeFor[T]()
	module, name := SplitFullName(name)
	c := &Class{name: name, qualname: name, module: module, heap: true, layout: layoutStruct}
	for _, b := range bases {
		k := b.(*Class)
		if k.layout == layoutException {
			c.layout = layoutException
		}
		c.bases = append(c.bases, k)
	}
	if len(c.bases) == 0 {
		c.bases = []*Class{ObjectClass}
	}
	mro, ok := linearize(c)
	if !ok {
		panic("py: bases of " + name + " have no consistent order")
	}
	c.mro = mro
	c.hasDict = c.layout == layoutException
	c.attrs.set("__module__", module)
	c.attrs.set("__doc__", nil)
	for _, f := range reflect.VisibleFields(t) {
		if f.Anonymous || !ownField(f) {
			continue
		}
		c.attrs.set(fieldName(f), newFieldMember(c, t, f))
	}
	c.structType = t
	c.made = func() any { return reflect.New(t).Interface() }
	for _, a := range attrs {
		if a.Name == "__new__" {
			c.construct = a.Value.(*Function)
			if c.construct.name == "__init__" && c.layout == layoutStruct {
				c.attrs.set("__init__", c.initializer())
			}
			continue
		}
		c.attrs.set(a.Name, a.Value)
	}
	if _, ok := c.attrs.get("__eq__"); ok {
		if _, ok := c.attrs.get("__hash__"); !ok {
			c.attrs.set("__hash__", nil)
		}
	}
	for _, b := range c.bases {
		b.addSubclass(c)
	}
	structClasses.Store(reflect.PointerTo(t), c)
	return c
}

// NewStruct makes an instance of a class that StructClass has made, with
// nothing in its fields.
func (c *Class) NewStruct() any { return c.made() }

// EmptyStruct is NewStruct for a class of any kind: nil if it is not that of a
// struct.
func (c *Class) EmptyStruct() any {
	if c.made == nil {
		return nil
	}
	return c.made()
}

// Constructor has the signature of __init__ of a class that StructClass has made.
// It is nil if the class has no constructor that can be called as an object.
func (c *Class) Constructor() *Function { return c.construct }

// initializer is __init__ as an object: it makes an instance, whose fields it puts
// into the one that it is called with.
func (c *Class) initializer() *Function {
	init := *c.construct
	init.adapted = nil
	init.fn = func(args []any) any {
		if TypeOf(args[0]) != c {
			raisef(NewTypeError, "descriptor '__init__' requires a '%s' object but received a '%s'", c.name, typeName(args[0]))
		}
		made := Box(c.construct.run(args[1:]))
		reflect.ValueOf(args[0]).Elem().Set(reflect.ValueOf(made).Elem())
		return nil
	}
	return &init
}

// constructed is what a call of the class gives. The Go function makes the
// instance, though the signature is that of __init__, with self.
func (c *Class) constructed(args []any, kw Kwargs) any {
	f := c.construct
	if len(f.signature().params) == 0 {
		if len(args)+len(kw) > 0 {
			raisef(NewTypeError, "%s() takes no arguments", c.name)
		}
		return Box(f.run(nil))
	}
	return Box(f.run(bindArgs(f, prepend(nil, args), kw)[1:]))
}

// ownField reports whether a field belongs to the program: not to the
// embedded py.Exception or py.Attributes.
func ownField(f reflect.StructField) bool {
	return fieldName(f) != "-" && !(len(f.Index) > 1 && isRuntimeField(f))
}

func isRuntimeField(f reflect.StructField) bool {
	if f.Type == reflect.TypeFor[attrTable]() {
		return true
	}
	e, ok := reflect.TypeFor[Exception]().FieldByName(f.Name)
	return ok && e.Type == f.Type
}

func fieldName(f reflect.StructField) string {
	if tag, ok := f.Tag.Lookup("py"); ok {
		name, _, _ := strings.Cut(tag, ",")
		return name
	}
	return f.Name
}

// fieldOption is what the tag of a field says after the name.
func fieldOption(f reflect.StructField) string {
	_, option, _ := strings.Cut(f.Tag.Get("py"), ",")
	return option
}

// newFieldMember is the descriptor that reads and writes a field.
func newFieldMember(c *Class, t reflect.Type, f reflect.StructField) *member {
	m := &member{
		name:    fieldName(f),
		owner:   c,
		ofField: true,
		get:     func(self any) any { return Box(fieldOf(self, f).Interface()) },
		set:     func(self, value any) { fieldOf(self, f).Set(unboxValue(value, f.Type)) },
	}
	if isLater(f) {
		m.comesLater(t, f)
	}
	return m
}

// fieldOf is a field of an instance, to be read and set.
func fieldOf(self any, f reflect.StructField) reflect.Value {
	v := reflect.ValueOf(self).Elem().FieldByIndex(f.Index)
	if f.IsExported() {
		return v
	}
	// The fields of converted structs are unexported, but Python code can
	// reach every attribute.
	return reflect.NewAt(f.Type, unsafe.Pointer(v.UnsafeAddr())).Elem()
}

// SetFieldDefault makes v what reading a field of the class itself gives, as of a
// dataclass whose field has a default.
func (c *Class) SetFieldDefault(name string, v any) {
	if attr, _ := c.attrs.get(name); attr != nil {
		attr.(*member).initial = &v
	}
}

// typeOfOther finds the class of a Go value that is not of the frequent types.
func typeOfOther(o any) *Class {
	t := reflect.TypeOf(o)
	if c, ok := structClasses.Load(t); ok {
		return c.(*Class)
	}
	switch o.(type) {
	case *big.Int:
		return IntClass
	case complex128:
		return ComplexClass
	case Bytes:
		return BytesClass
	case BaseException:
		return ExceptionClass
	case error:
		return OSError
	}
	if t.Kind() == reflect.Func {
		return BuiltinFunctionClass
	}
	return foreignClass(t)
}

var foreignClasses sync.Map // reflect.Type → *Class

// foreignClass makes a class for a Go type that no one has registered, so that
// its values can at least be passed around and shown.
func foreignClass(t reflect.Type) *Class {
	if c, ok := foreignClasses.Load(t); ok {
		return c.(*Class)
	}
	name := t.String()
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	c, _ := foreignClasses.LoadOrStore(t, newFinalClass(name))
	return c.(*Class)
}

// SplitFullName splits module.Name; the module of a name alone is the script.
func SplitFullName(full string) (module, name string) {
	if i := strings.LastIndexByte(full, '.'); i >= 0 {
		return full[:i], full[i+1:]
	}
	return "__main__", full
}
