package py

// property is the type behind the builtin property.
type property struct {
	get, set, del any
	doc           any
	name          string
}

// classMethod and staticMethod wrap what the decorators of these names get.
type classMethod struct {
	fn any
}

type staticMethod struct {
	fn any
}

// member is an attribute that Go code computes: a data descriptor.
type member struct {
	name  string
	owner *Class
	get   func(self any) any
	set   func(self, value any)
	del   func(self any)
	// ofField says that it stands for a field of a struct: to Python code an
	// attribute of the instances alone, unless the class has one for a default.
	ofField bool
	initial *any // that default
}

// slot is the descriptor that a name in __slots__ makes.
type slot struct {
	name  string
	owner *Class
}

func (p *property) PyClass() *Class     { return PropertyClass }
func (c *classMethod) PyClass() *Class  { return ClassMethodClass }
func (s *staticMethod) PyClass() *Class { return StaticMethodClass }
func (m *member) PyClass() *Class       { return MemberClass }
func (s *slot) PyClass() *Class         { return SlotClass }

// Property makes a property; functions it does not have are nil, and doc is a
// string or nil.
func Property(get, set, del, doc any) any {
	p := &property{get: get, set: set, del: del, doc: doc}
	if f, ok := get.(*Function); ok && doc == nil {
		p.doc = f.doc
	}
	return p
}

// ClassMethod is classmethod(f).
func ClassMethod(f any) any { return &classMethod{fn: f} }

// StaticMethod is staticmethod(f).
func StaticMethod(f any) any { return &staticMethod{fn: f} }

// binds reports whether reading the function from an instance makes a method.
// Functions written in C do so only as methods of their class.
func (f *Function) binds() bool { return f.kind != builtinFunction || f.owner != nil }

// isDataDescriptor reports whether attr comes before an object's own
// attributes.
func isDataDescriptor(attr any) bool {
	switch attr := attr.(type) {
	case *Function:
		return false
	case *property, *member, *slot:
		return true
	case *Object:
		t := attr.Class.resolved()
		if p, ok := attr.Native.(*property); ok && p != nil {
			return true
		}
		_, set := t.attrs["__set__"]
		_, del := t.attrs["__delete__"]
		return set || del
	}
	return false
}

// bind is what reading attr, found in class, from the instance o gives.
func bind(attr, o any, class *Class) any {
	switch a := attr.(type) {
	case *Function:
		if a.binds() {
			return &Method{self: o, fn: a}
		}
	case *property:
		return a.read(o)
	case *member:
		return a.get(o)
	case *slot:
		return a.read(o)
	case *classMethod:
		return bindClassMethod(a, class)
	case *staticMethod:
		return a.fn
	case *Object:
		if get, ok := a.Class.lookup("__get__"); ok {
			return callBound(get, a, a.Class, []any{o, class}, nil)
		}
	case Descriptor:
		return a.DescriptorGet(o, class)
	}
	return attr
}

// bindToClass is what reading attr from the class itself gives.
func bindToClass(attr any, class *Class) any {
	switch a := attr.(type) {
	case *classMethod:
		return bindClassMethod(a, class)
	case *staticMethod:
		return a.fn
	case *Object:
		if get, ok := a.Class.lookup("__get__"); ok {
			return callBound(get, a, a.Class, []any{nil, class}, nil)
		}
	case Descriptor:
		return a.DescriptorGet(nil, class)
	}
	return attr
}

// Descriptor is implemented by Go types that are non-data descriptors:
// functools.cached_property, partialmethod and the like. instance is nil when
// the attribute is read from the class.
type Descriptor interface {
	DescriptorGet(instance any, owner *Class) any
}

func bindClassMethod(c *classMethod, class *Class) any {
	switch f := c.fn.(type) {
	case *Function:
		return &Method{self: class, fn: f}
	case *property, *Object:
		return bind(f, class, class.PyClass())
	}
	return &Method{self: class, fn: c.fn}
}

func (p *property) read(o any) any {
	if p.get == nil {
		raisef(NewAttributeError, "%s of '%s' object has no getter", p.describe(), typeName(o))
	}
	if f, ok := p.get.(*Function); ok {
		return f.call([]any{o}, nil)
	}
	return Call(p.get, o)
}

func (p *property) describe() string {
	if p.name == "" {
		return "property"
	}
	return "property '" + p.name + "'"
}

func (s *slot) read(o any) any {
	obj, ok := o.(*Object)
	if ok && obj.slots != nil {
		if v, ok := obj.slots.get(s.name); ok {
			return v
		}
	}
	raiseNoAttribute(o, s.name)
	return nil
}

// setDescriptor assigns through attr if it is a data descriptor.
func setDescriptor(attr, o any, class *Class, value any) bool {
	switch a := attr.(type) {
	case *property:
		if a.set == nil {
			raisef(NewAttributeError, "%s of '%s' object has no setter", a.describe(), class.name)
		}
		Call(a.set, o, value)
		return true
	case *member:
		if a.set == nil {
			raisef(NewAttributeError, "attribute '%s' of '%s' objects is not writable", a.name, a.owner.ErrorName())
		}
		a.set(o, value)
		return true
	case *slot:
		obj := o.(*Object)
		if obj.slots == nil {
			obj.slots = &attrTable{}
		}
		obj.slots.set(a.name, value)
		return true
	case *Object:
		if set, ok := a.Class.lookup("__set__"); ok {
			callBound(set, a, a.Class, []any{o, value}, nil)
			return true
		}
		if _, ok := a.Class.lookup("__delete__"); ok {
			raisef(NewAttributeError, "__set__")
		}
	}
	return false
}

// deleteDescriptor deletes through attr if it is a data descriptor.
func deleteDescriptor(attr, o any, class *Class) bool {
	switch a := attr.(type) {
	case *property:
		if a.del == nil {
			raisef(NewAttributeError, "%s of '%s' object has no deleter", a.describe(), class.name)
		}
		Call(a.del, o)
		return true
	case *member:
		if a.del == nil {
			raisef(NewAttributeError, "attribute '%s' of '%s' objects is not writable", a.name, a.owner.ErrorName())
		}
		a.del(o)
		return true
	case *slot:
		if obj := o.(*Object); obj.slots == nil || !obj.slots.delete(a.name) {
			raisef(NewAttributeError, "%s", a.name)
		}
		return true
	case *Object:
		if del, ok := a.Class.lookup("__delete__"); ok {
			callBound(del, a, a.Class, []any{o}, nil)
			return true
		}
		if _, ok := a.Class.lookup("__set__"); ok {
			raisef(NewAttributeError, "__delete__")
		}
	}
	return false
}
