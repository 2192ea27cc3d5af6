package py

// A Definition adds the methods and attributes of a class that Go code
// implements; define functions get one. Specs are those of Func; self is the
// first parameter and may be an *Object of a derived class, whose Go value
// Payload returns.
type Definition struct {
	class *Class
}

// Class is the class being defined.
func (d *Definition) Class() *Class { return d.class }

// Doc sets __doc__.
func (d *Definition) Doc(text string) { d.class.attrs.set("__doc__", text) }

// Set sets a class attribute.
func (d *Definition) Set(name string, value any) { d.class.attrs.set(name, value) }

// Method adds a method; the spec begins with self.
func (d *Definition) Method(spec string, fn any, defaults ...any) *Function {
	f := newBuiltinMethod(d.class, spec, fn, defaults)
	d.class.attrs.set(f.name, f)
	return f
}

// TakesClass marks a method that CPython gives the class it is defined in.
func (f *Function) TakesClass() *Function {
	f.takesClass = true
	return f
}

// ClassMethod adds a class method; the spec begins with cls.
func (d *Definition) ClassMethod(spec string, fn any, defaults ...any) {
	f := newBuiltin(spec, fn, defaults)
	f.qualname = d.class.name + "." + f.name
	f.implicit = 1
	d.class.attrs.set(f.name, &classMethod{fn: f})
}

// Subscriptable makes class[args] a types.GenericAlias, as annotations use it.
func (d *Definition) Subscriptable() {
	d.ClassMethod("__class_getitem__(cls, object, /)", func(cls, args any) any { return newGenericAlias(cls, args) })
}

// StaticMethod adds a static method.
func (d *Definition) StaticMethod(spec string, fn any, defaults ...any) {
	f := newBuiltin(spec, fn, defaults)
	f.qualname = d.class.name + "." + f.name
	d.class.attrs.set(f.name, &staticMethod{fn: f})
}

// Getter adds an attribute that can only be read.
func (d *Definition) Getter(name string, get func(self any) any) {
	d.class.attrs.set(name, &member{name: name, owner: d.class, get: get})
}

// Member adds an attribute that is read and written through functions.
func (d *Definition) Member(name string, get func(self any) any, set func(self, value any)) {
	d.class.attrs.set(name, &member{name: name, owner: d.class, get: get, set: set})
}

// New says how a call makes a value of an immutable type: fn gets the
// arguments that the spec names (there is no cls) and returns the Go value.
func (d *Definition) New(spec string, fn any, defaults ...any) {
	f := newBuiltin(spec, fn, defaults)
	f.name, f.qualname, f.module = d.class.name, d.class.name, d.class.module
	f.argumentTuple = countedConstructors[d.class.name]
	d.class.ownPayload = &payloadMaker{owner: d.class, create: f}
	d.class.attrs.set("__new__", newPayloadNew(d.class))
}

// Alloc says how to make the empty value of a mutable type, which __init__
// then fills.
func (d *Definition) Alloc(alloc func() any) {
	d.class.ownPayload = &payloadMaker{owner: d.class, alloc: alloc}
	d.class.attrs.set("__new__", newPayloadNew(d.class))
}

// Init adds __init__; the spec begins with self.
func (d *Definition) Init(spec string, fn any, defaults ...any) {
	f := d.Method(spec, fn, defaults...)
	f.label = d.class.name
}

// Final keeps the class from being a base of another.
func (d *Definition) Final() { d.class.final = true }
