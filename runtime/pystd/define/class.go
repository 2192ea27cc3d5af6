// Package define makes the classes of those modules of the standard library
// that CPython writes in Python: their methods are plain functions, and they
// can be subclassed, patched and introspected like any other class.
package define

import "github.com/pyasync2go/pyasync2go/runtime/py"

// A Body is the body of a class statement under construction.
type Body struct {
	ns       *py.Namespace
	module   string
	qualname string
}

// Class makes a class of module; bases are classes.
func Class(module, name string, bases []any, body func(b *Body)) *py.Class {
	return ClassWith(module, name, bases, nil, body)
}

// ClassWith is Class with the keywords of the class header, metaclass among
// them.
func ClassWith(module, name string, bases []any, kw py.Kwargs, body func(b *Body)) *py.Class {
	made := py.NewClass(name, bases, kw, func(ns *py.Namespace) {
		ns.Set("__module__", module)
		if body != nil {
			body(&Body{ns: ns, module: module, qualname: name})
		}
	})
	return made.(*py.Class)
}

// Set binds a name in the class.
func (b *Body) Set(name string, value any) { b.ns.Set(name, value) }

// Doc sets the class's __doc__.
func (b *Body) Doc(text string) { b.ns.Set("__doc__", text) }

func (b *Body) own(f *py.Function) *py.Function {
	return f.Qualname(b.qualname + "." + f.Name()).Module(b.module)
}

// Func makes a function that belongs to the class without binding it.
func (b *Body) Func(spec string, fn any, defaults ...any) *py.Function {
	return b.own(py.Func(spec, fn, defaults...))
}

// Method binds a method; see py.Func for spec.
func (b *Body) Method(spec string, fn any, defaults ...any) *py.Function {
	f := b.Func(spec, fn, defaults...)
	b.ns.Set(f.Name(), f)
	return f
}

// AsyncMethod binds an async method; see py.AsyncFunc.
func (b *Body) AsyncMethod(spec string, fn any, defaults ...any) *py.Function {
	f := b.own(py.AsyncFunc(spec, fn, defaults...))
	b.ns.Set(f.Name(), f)
	return f
}

// GenMethod binds a generator method; see py.GenFunc.
func (b *Body) GenMethod(spec string, fn any, defaults ...any) *py.Function {
	f := b.own(py.GenFunc(spec, fn, defaults...))
	b.ns.Set(f.Name(), f)
	return f
}

// ClassMethod binds a class method; the spec begins with cls.
func (b *Body) ClassMethod(spec string, fn any, defaults ...any) {
	f := b.Func(spec, fn, defaults...)
	b.ns.Set(f.Name(), py.ClassMethod(f))
}

// Subscriptable makes class[args] a types.GenericAlias, as annotations use it.
func (b *Body) Subscriptable() {
	b.ClassMethod("__class_getitem__(cls, object, /)", func(cls, args any) any { return py.NewGenericAlias(cls, args) })
}

// StaticMethod binds a static method.
func (b *Body) StaticMethod(spec string, fn any, defaults ...any) {
	f := b.Func(spec, fn, defaults...)
	b.ns.Set(f.Name(), py.StaticMethod(f))
}

// Property binds a property that can only be read.
func (b *Body) Property(name string, get func(self any) any) {
	b.ns.Set(name, py.Property(b.Func(name+"(self)", get), nil, nil, nil))
}

// Variable binds a property that is read and written through functions.
func (b *Body) Variable(name string, get func(self any) any, set func(self, value any) any) {
	b.ns.Set(name, py.Property(b.Func(name+"(self)", get), b.Func(name+"(self, value)", set), nil, nil))
}
