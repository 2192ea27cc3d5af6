package py

import "slices"

// typeCall is type(x) and type(name, bases, namespace, **kw).
func typeCall(args []any, kw Kwargs) any {
	switch {
	case len(args) == 1 && len(kw) == 0:
		return TypeOf(args[0])
	case len(args) == 3:
		return newType(TypeClass, args, kw)
	}
	raisef(NewTypeError, "type() takes 1 or 3 arguments")
	return nil
}

// newType is type.__new__(meta, name, bases, namespace, **kw).
func newType(meta *Class, args []any, kw Kwargs) any {
	if len(args) != 3 {
		raisef(NewTypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(args))
	}
	name, ok := native(args[0]).(string)
	if !ok {
		raisef(NewTypeError, "type.__new__() argument 1 must be str, not %s", typeName(args[0]))
	}
	bases, ok := native(args[1]).(Tuple)
	if !ok {
		raisef(NewTypeError, "type.__new__() argument 2 must be tuple, not %s", typeName(args[1]))
	}
	mapping, ok := native(args[2]).(dictValue)
	if !ok {
		raisef(NewTypeError, "type.__new__() argument 3 must be dict, not %s", typeName(args[2]))
	}
	var ns attrTable
	for k := range Iter(mapping) {
		ns.set(attributeName(k), GetItem(mapping, k))
	}
	winner := mostDerivedMeta(meta, bases)
	if winner != meta && winner.owner("__new__") != TypeClass {
		return CallKw(GetAttr(winner, "__new__"), append([]any{winner}, args...), kw)
	}
	var cell *classCell
	if n := len(pendingCells); n > 0 {
		cell = pendingCells[n-1]
		pendingCells = pendingCells[:n-1]
	}
	return makeClass(winner, name, bases, &ns, kw, cell)
}

// The methods and attributes of classes.
func init() {
	TypeClass.define(func(d *Definition) {
		newClass := newBuiltin("__new__(cls, /, *args, **kwargs)", func(slots []any) any {
			meta := checkNew(TypeClass, slots[0])
			args := slots[1].(Tuple)
			return newType(meta, args, kwargsOf(slots[2].(*Dict[any, any])))
		}, nil)
		newClass.qualname = "type.__new__"
		d.Set("__new__", newClass)
		d.Method("__init__(self, /, *args, **kwargs)", func(slots []any) any {
			if n := len(slots[1].(Tuple)); n != 1 && n != 3 {
				raisef(NewTypeError, "type.__init__() takes 1 or 3 arguments")
			}
			return nil
		})
		d.Method("__call__(self, /, *args, **kwargs)", func(slots []any) any {
			return slots[0].(*Class).instantiate(slots[1].(Tuple), kwargsOf(slots[2].(*Dict[any, any])))
		})
		d.ClassMethod("__prepare__(cls, /, *args, **kwargs)", func(slots []any) any { return DictOf[any, any]() })
		d.Method("__repr__(self, /)", func(self any) any { return classRepr(self.(*Class)) })
		d.Method("__instancecheck__(self, instance, /)", func(self, o any) any { return instanceCheck(o, self.(*Class)) })
		d.Method("__subclasscheck__(self, subclass, /)", func(self, sub any) any {
			c, ok := sub.(*Class)
			if !ok {
				raisef(NewTypeError, "issubclass() arg 1 must be a class")
			}
			return c.IsSubclassOf(self.(*Class))
		})
		d.Method("__subclasses__(self, /)", func(self any) any {
			l := ListOf[any]()
			for _, sub := range self.(*Class).subs {
				l.Append(sub)
			}
			return l
		})
		d.Method("mro(self, /)", func(self any) any {
			order, ok := linearize(self.(*Class))
			if !ok {
				order = self.(*Class).mro
			}
			return ListOf[any](classTuple(order)...)
		})
		d.Method("__dir__(self, /)", func(self any) any { return stringList(dirNames(self)) })
		d.Method("__getattribute__(self, name, /)", func(self, name any) any {
			n := attributeName(name)
			v, ok := getClassAttr(self.(*Class), n)
			if !ok {
				raiseNoAttribute(self, n)
			}
			return v
		}).defaultHook = true
		d.Method("__setattr__(self, name, value, /)", func(self, name, value any) any {
			setClassAttr(self.(*Class), attributeName(name), value)
			return nil
		}).defaultHook = true
		d.Method("__delattr__(self, name, /)", func(self, name any) any {
			deleteClassAttr(self.(*Class), attributeName(name))
			return nil
		}).defaultHook = true
		defineClassMembers(d)
	})
}

func defineClassMembers(d *Definition) {
	d.Member("__name__", func(self any) any { return self.(*Class).name }, func(self, value any) {
		c := mutableClass(self, "__name__")
		name, ok := native(value).(string)
		if !ok {
			raisef(NewTypeError, "can only assign string to %s.__name__, not '%s'", c.name, typeName(value))
		}
		c.name = name
	})
	d.Member("__qualname__", func(self any) any { return self.(*Class).qualname }, func(self, value any) {
		c := mutableClass(self, "__qualname__")
		name, ok := native(value).(string)
		if !ok {
			raisef(NewTypeError, "can only assign string to %s.__qualname__, not '%s'", c.name, typeName(value))
		}
		c.qualname = name
	})
	d.Member("__module__", func(self any) any {
		c := self.(*Class)
		if v, ok := c.attrs.get("__module__"); ok {
			return v
		}
		return c.module
	}, func(self, value any) {
		c := mutableClass(self, "__module__")
		c.setAttr("__module__", value)
		if m, ok := value.(string); ok {
			c.module = m
		}
	})
	d.Member("__doc__", func(self any) any {
		c := self.(*Class)
		c.ready()
		v, _ := c.attrs.get("__doc__")
		return v
	}, func(self, value any) { mutableClass(self, "__doc__").setAttr("__doc__", value) })
	d.Getter("__mro__", func(self any) any { return classTuple(self.(*Class).mro) })
	d.Getter("__bases__", func(self any) any { return classTuple(self.(*Class).bases) })
	d.Getter("__base__", func(self any) any {
		c := self.(*Class)
		if len(c.bases) == 0 {
			return nil
		}
		return bestBase(c)
	})
	d.Getter("__dict__", func(self any) any {
		c := self.(*Class)
		c.ready()
		return &MappingProxy{mapping: classDict(c)}
	})
	d.Member("__annotations__", func(self any) any {
		c := self.(*Class)
		if v, ok := c.attrs.get("__annotations__"); ok {
			return v
		}
		if !c.heap {
			raiseNoAttribute(c, "__annotations__")
		}
		annotations := DictOf[any, any]()
		c.setAttr("__annotations__", annotations)
		return annotations
	}, func(self, value any) { mutableClass(self, "__annotations__").setAttr("__annotations__", value) })
	d.Getter("__type_params__", func(self any) any {
		if v, ok := self.(*Class).attrs.get("__type_params__"); ok {
			return v
		}
		return Tuple{}
	})
	d.Member("__abstractmethods__", func(self any) any {
		c := self.(*Class)
		v, ok := c.attrs.get("__abstractmethods__")
		if !ok {
			raiseNoAttribute(c, "__abstractmethods__")
		}
		return v
	}, func(self, value any) {
		c := mutableClass(self, "__abstractmethods__")
		c.abstract = nil
		for n := range Iter(value) {
			c.abstract = append(c.abstract, attributeName(n))
		}
		slices.Sort(c.abstract)
		c.setAttr("__abstractmethods__", value)
	})
}

// bestBase is the base that decides the layout of instances.
func bestBase(c *Class) *Class {
	for _, b := range c.bases {
		if b.layout != layoutObject {
			return b
		}
	}
	return c.bases[0]
}

func mutableClass(self any, name string) *Class {
	c := self.(*Class)
	if !c.heap {
		raisef(NewTypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.name)
	}
	return c
}

func classTuple(classes []*Class) Tuple {
	t := make(Tuple, len(classes))
	for i, c := range classes {
		t[i] = c
	}
	return t
}

// classDict is a copy of the class's own attributes.
func classDict(c *Class) *Dict[any, any] {
	d := DictOf[any, any]()
	c.attrs.all(func(name string, value any) { d.Set(name, value) })
	return d
}

func classRepr(c *Class) string {
	if c.module == "builtins" {
		return "<class '" + c.qualname + "'>"
	}
	return "<class '" + c.module + "." + c.qualname + "'>"
}
