package py

import "slices"

// The methods of object, which every class inherits.
func init() {
	ObjectClass.define(func(d *Definition) {
		newObject := newBuiltin("__new__(cls, /, *args, **kwargs)", newPlainObject, nil)
		newObject.qualname = "object.__new__"
		objectNew = newObject
		d.Set("__new__", newObject)
		d.Method("__init__(self, /, *args, **kwargs)", initObject)
		d.Doc("The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n" +
			"instance that has no instance attributes and cannot be given any.\n")

		d.Method("__getattribute__(self, name, /)", func(self, name any) any {
			n := attributeName(name)
			v, ok := plainGetAttr(self, TypeOf(self), ownAttrs(self), TypeOf(self).resolved(), n)
			if !ok {
				raiseNoAttribute(self, n)
			}
			return v
		}).defaultHook = true
		d.Method("__setattr__(self, name, value, /)", func(self, name, value any) any {
			genericSetAttr(self, attributeName(name), value)
			return nil
		}).defaultHook = true
		d.Method("__delattr__(self, name, /)", func(self, name any) any {
			genericDelAttr(self, attributeName(name))
			return nil
		}).defaultHook = true

		d.Method("__repr__(self, /)", func(self any) any { return defaultRepr(self) })
		d.Method("__str__(self, /)", func(self any) any { return Repr(self) })
		d.Method("__format__(self, format_spec, /)", func(self, spec any) any {
			text, ok := native(spec).(string)
			if !ok {
				raisef(NewTypeError, "__format__() argument must be str, not %s", typeName(spec))
			}
			return defaultFormat(self, text)
		})
		d.Method("__hash__(self, /)", func(self any) any { return identityHash(self) })
		d.Method("__eq__(self, value, /)", func(self, value any) any {
			if Is(self, value) {
				return true
			}
			return NotImplemented
		}).compare = func(self, value any) (any, bool) {
			return true, Is(self, value)
		}
		d.Method("__ne__(self, value, /)", func(self, value any) any {
			if v, ok := notEqualByEq(self, value); ok {
				return v
			}
			return NotImplemented
		}).compare = notEqualByEq
		for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
			d.Method(name+"(self, value, /)", func(self, value any) any { return NotImplemented }).
				compare = func(self, value any) (any, bool) { return nil, false }
		}
		d.Method("__dir__(self, /)", func(self any) any { return stringList(dirNames(self)) })
		d.Method("__sizeof__(self, /)", func(self any) any { return 16 })
		d.Method("__reduce_ex__(self, protocol, /)", func(self, protocol any) any {
			raisef(NewTypeError, "cannot pickle '%s' object", typeName(self))
			return nil
		})
		d.ClassMethod("__init_subclass__(cls, /)", func(cls any) any { return nil })
		d.ClassMethod("__subclasshook__(cls, subclass, /)", func(cls, subclass any) any { return NotImplemented })
		d.Member("__class__", func(self any) any { return TypeOf(self) }, setObjectClass)
	})
}

// initObject is object.__init__.
func initObject(slots []any) any {
	self := slots[0]
	if len(slots[1].(Tuple)) == 0 && slots[2].(*Dict[any, any]).Len() == 0 {
		return nil
	}
	class := TypeOf(self)
	if class.owner("__init__") != ObjectClass {
		raisef(NewTypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if class.owner("__new__") == ObjectClass {
		raisef(NewTypeError, "%s() takes no arguments", class.name)
	}
	return nil
}

// notEqualByEq is object.__ne__: the opposite of what __eq__ says.
func notEqualByEq(self, value any) (any, bool) {
	class := TypeOf(self)
	eq, ok := class.lookup("__eq__")
	if !ok {
		return nil, false
	}
	v, ok := callComparison(eq, self, class, value)
	if !ok {
		return nil, false
	}
	return !Truth(v), true
}

// setObjectClass is the assignment to o.__class__.
func setObjectClass(self, value any) {
	c, ok := value.(*Class)
	if !ok {
		raisef(NewTypeError, "__class__ must be set to a class, not '%s' object", typeName(value))
	}
	switch o := self.(type) {
	case *Object:
		if c.heap && c.layout == o.Class.layout && c.hasDict == o.Class.hasDict {
			o.Class = c
			return
		}
		if c.heap {
			raisef(NewTypeError, "__class__ assignment: '%s' object layout differs from '%s'", c.name, o.Class.name)
		}
	case *Exception:
		if c.heap && c.layout == layoutException {
			o.Class = c
			return
		}
	}
	raisef(NewTypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
}

// attributeName checks the name given to getattr and the like.
func attributeName(name any) string {
	s, ok := native(name).(string)
	if !ok {
		raisef(NewTypeError, "attribute name must be string, not '%s'", typeName(name))
	}
	return s
}

// Dir is dir(o): the sorted names of its attributes.
func Dir(o any) []string {
	v, ok := callSpecial(o, "__dir__")
	if !ok {
		return dirNames(o)
	}
	var names []string
	for n := range Iter(v) {
		names = append(names, attributeName(n))
	}
	slices.Sort(names)
	return names
}

// dirNames is what object.__dir__, type.__dir__ and module.__dir__ list.
func dirNames(o any) []string {
	seen := map[string]bool{}
	add := func(name string, _ any) { seen[name] = true }
	addClass := func(c *Class) {
		for _, k := range c.mro {
			k.ready()
			k.attrs.all(add)
		}
	}
	switch o := o.(type) {
	case *Class:
		addClass(o)
	case *Module:
		for _, name := range o.Names() {
			seen[name] = true
		}
	default:
		addClass(TypeOf(o))
		if own := ownAttrs(o); own != nil {
			own.all(add)
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func stringList(names []string) *List[any] {
	l := ListOf[any]()
	for _, n := range names {
		l.Append(n)
	}
	return l
}
