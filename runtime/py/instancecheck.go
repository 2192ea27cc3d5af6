package py

// isInstanceOf reports whether o's class derives from class, without asking
// any hook.
func isInstanceOf(o any, class *Class) bool {
	return TypeOf(o).IsSubclassOf(class)
}

// IsInstance is isinstance(o, cls): cls is a class, a tuple of classes or a
// union, or has __instancecheck__.
func IsInstance(o, cls any) bool {
	switch c := cls.(type) {
	case *Class:
		if TypeOf(o) == c {
			return true
		}
		if c.meta != nil {
			if hook, ok := c.meta.lookup("__instancecheck__"); ok {
				if f, ok := hook.(*Function); !ok || f.owner != TypeClass {
					return Truth(callBound(hook, c, c.meta, []any{o}, nil))
				}
			}
		}
		return instanceCheck(o, c)
	case Tuple:
		for _, item := range c {
			if IsInstance(o, item) {
				return true
			}
		}
		return false
	case *unionType:
		for _, item := range c.args {
			if IsInstance(o, noneAsClass(item)) {
				return true
			}
		}
		return false
	case *genericAlias:
		raisef(NewTypeError, "isinstance() argument 2 cannot be a parameterized generic")
	}
	if cls != nil {
		if v, ok := callSpecial(cls, "__instancecheck__", o); ok {
			return Truth(v)
		}
	}
	raisef(NewTypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
	return false
}

// instanceCheck is type.__instancecheck__: the class of o, or what its
// __class__ says.
func instanceCheck(o any, c *Class) bool {
	class := TypeOf(o)
	if class.IsSubclassOf(c) {
		return true
	}
	obj, ok := o.(*Object)
	if !ok {
		return false
	}
	if t := class.resolved(); t.getattribute == nil {
		if _, plain := t.attrs["__class__"].(*member); plain {
			return false
		}
	}
	claimed, ok := lookupAttr(obj, "__class__")
	if !ok {
		return false
	}
	k, ok := claimed.(*Class)
	return ok && k != class && k.IsSubclassOf(c)
}

// IsSubclass is issubclass(c, cls).
func IsSubclass(c, cls any) bool {
	switch k := cls.(type) {
	case *Class:
		if k.meta != nil {
			if hook, ok := k.meta.lookup("__subclasscheck__"); ok {
				if f, ok := hook.(*Function); !ok || f.owner != TypeClass {
					return Truth(callBound(hook, k, k.meta, []any{c}, nil))
				}
			}
		}
		if sub, ok := c.(*Class); ok {
			return sub.IsSubclassOf(k)
		}
		raisef(NewTypeError, "issubclass() arg 1 must be a class")
	case Tuple:
		for _, item := range k {
			if IsSubclass(c, item) {
				return true
			}
		}
		return false
	case *unionType:
		for _, item := range k.args {
			if IsSubclass(c, noneAsClass(item)) {
				return true
			}
		}
		return false
	case *genericAlias:
		raisef(NewTypeError, "issubclass() argument 2 cannot be a parameterized generic")
	}
	if cls != nil {
		if v, ok := callSpecial(cls, "__subclasscheck__", c); ok {
			return Truth(v)
		}
	}
	if _, ok := c.(*Class); !ok {
		raisef(NewTypeError, "issubclass() arg 1 must be a class")
	}
	raisef(NewTypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
	return false
}

func noneAsClass(c any) any {
	if c == nil {
		return NoneClass
	}
	return c
}
