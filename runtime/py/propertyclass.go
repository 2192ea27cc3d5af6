package py

// The classes property, classmethod and staticmethod.
func init() {
	PropertyClass.define(func(d *Definition) {
		self := func(o any) *property { return PayloadAs[*property](o) }
		d.New("property(fget=None, fset=None, fdel=None, doc=None)", Property)
		d.Getter("fget", func(o any) any { return self(o).get })
		d.Getter("fset", func(o any) any { return self(o).set })
		d.Getter("fdel", func(o any) any { return self(o).del })
		d.Member("__doc__", func(o any) any { return self(o).doc }, func(o, v any) { self(o).doc = v })
		d.Member("__name__", func(o any) any {
			if p := self(o); p.name != "" {
				return p.name
			}
			return GetAttr(self(o).get, "__name__")
		}, func(o, v any) { self(o).name = Str(v) })
		d.Getter("__isabstractmethod__", func(o any) any {
			p := self(o)
			return isAbstract(p.get) || isAbstract(p.set) || isAbstract(p.del)
		})
		with := func(o any, change func(p *property)) any {
			p := *self(o)
			change(&p)
			if obj, ok := o.(*Object); ok {
				return &Object{Class: obj.Class, Native: &p}
			}
			return &p
		}
		d.Method("getter(self, fget, /)", func(o, f any) any {
			return with(o, func(p *property) { p.get = f })
		})
		d.Method("setter(self, fset, /)", func(o, f any) any {
			return with(o, func(p *property) { p.set = f })
		})
		d.Method("deleter(self, fdel, /)", func(o, f any) any {
			return with(o, func(p *property) { p.del = f })
		})
		d.Method("__get__(self, instance, owner=None, /)", func(o, instance, owner any) any {
			if instance == nil {
				return o
			}
			return self(o).read(instance)
		})
		d.Method("__set__(self, instance, value, /)", func(o, instance, value any) any {
			setDescriptor(self(o), instance, TypeOf(instance), value)
			return nil
		})
		d.Method("__delete__(self, instance, /)", func(o, instance any) any {
			deleteDescriptor(self(o), instance, TypeOf(instance))
			return nil
		})
		d.Method("__set_name__(self, owner, name, /)", func(o, owner, name any) any {
			self(o).name = attributeName(name)
			return nil
		})
	})
	ClassMethodClass.define(func(d *Definition) {
		self := func(o any) *classMethod { return PayloadAs[*classMethod](o) }
		d.New("classmethod(function, /)", ClassMethod)
		d.Method("__get__(self, instance, owner=None, /)", func(o, instance, owner any) any {
			class, ok := owner.(*Class)
			if !ok {
				class = TypeOf(instance)
			}
			return bindClassMethod(self(o), class)
		})
		defineWrapper(d, func(o any) any { return self(o).fn })
		d.Method("__repr__(self, /)", func(o any) any { return "<classmethod(" + Repr(self(o).fn) + ")>" })
	})
	StaticMethodClass.define(func(d *Definition) {
		self := func(o any) *staticMethod { return PayloadAs[*staticMethod](o) }
		d.New("staticmethod(function, /)", StaticMethod)
		d.Method("__get__(self, instance, owner=None, /)", func(o, instance, owner any) any { return self(o).fn })
		d.Method("__call__(self, /, *args, **kwargs)", func(slots []any) any {
			return CallKw(self(slots[0]).fn, slots[1].(Tuple), kwargsOf(slots[2].(*Dict[any, any])))
		})
		defineWrapper(d, func(o any) any { return self(o).fn })
		d.Method("__repr__(self, /)", func(o any) any { return "<staticmethod(" + Repr(self(o).fn) + ")>" })
	})
	MemberClass.define(func(d *Definition) {
		self := func(o any) *member { return o.(*member) }
		d.Getter("__name__", func(o any) any { return self(o).name })
		d.Getter("__objclass__", func(o any) any { return self(o).owner })
		d.Method("__get__(self, instance, owner=None, /)", func(o, instance, owner any) any {
			if instance == nil {
				return o
			}
			return self(o).get(instance)
		})
		d.Method("__set__(self, instance, value, /)", func(o, instance, value any) any {
			setDescriptor(o, instance, TypeOf(instance), value)
			return nil
		})
		d.Method("__repr__(self, /)", func(o any) any {
			return "<attribute '" + self(o).name + "' of '" + self(o).owner.name + "' objects>"
		})
	})
	SlotClass.define(func(d *Definition) {
		self := func(o any) *slot { return o.(*slot) }
		d.Getter("__name__", func(o any) any { return self(o).name })
		d.Getter("__objclass__", func(o any) any { return self(o).owner })
		d.Method("__get__(self, instance, owner=None, /)", func(o, instance, owner any) any {
			if instance == nil {
				return o
			}
			if s := self(o); !TypeOf(instance).IsSubclassOf(s.owner) {
				raisef(NewTypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", s.name, s.owner.name, typeName(instance))
			}
			return self(o).read(instance)
		})
		d.Method("__set__(self, instance, value, /)", func(o, instance, value any) any {
			setDescriptor(o, instance, TypeOf(instance), value)
			return nil
		})
		d.Method("__delete__(self, instance, /)", func(o, instance any) any {
			deleteDescriptor(o, instance, TypeOf(instance))
			return nil
		})
		d.Method("__repr__(self, /)", func(o any) any {
			return "<member '" + self(o).name + "' of '" + self(o).owner.name + "' objects>"
		})
	})
}

// defineWrapper gives classmethod and staticmethod the attributes of the
// function they wrap.
func defineWrapper(d *Definition, wrapped func(o any) any) {
	d.Getter("__func__", wrapped)
	d.Getter("__wrapped__", wrapped)
	d.Getter("__isabstractmethod__", func(o any) any { return isAbstract(wrapped(o)) })
	for _, name := range []string{"__name__", "__qualname__", "__doc__", "__module__", "__annotations__"} {
		d.Getter(name, func(o any) any { return GetAttr(wrapped(o), name) })
	}
}

// isAbstract is the truth of f.__isabstractmethod__.
func isAbstract(f any) bool {
	if f == nil {
		return false
	}
	return Truth(GetAttrOr(f, "__isabstractmethod__", false))
}
