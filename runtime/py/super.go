package py

// superObject is what super() makes.
type superObject struct {
	class *Class // the class whose method runs
	self  any    // the instance, or the class in a class method
	start *Class // the class whose resolution order is searched
}

// Super is super(cls, self): attributes are searched after cls in the method
// resolution order of self, or of self itself when it is a class. It raises
// TypeError when self is neither an instance nor a subclass of cls.
func Super(cls, self any) any {
	c, ok := cls.(*Class)
	if !ok {
		raisef(NewTypeError, "super() argument 1 must be a type, not %s", typeName(cls))
	}
	if k, ok := self.(*Class); ok && k.IsSubclassOf(c) {
		return &superObject{c, k, k}
	}
	start := TypeOf(self)
	if !start.IsSubclassOf(c) {
		raisef(NewTypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).",
			superDescription(self), typeDescription(self), c.name)
	}
	return &superObject{c, self, start}
}

func superDescription(self any) string {
	if _, ok := self.(*Class); ok {
		return "type"
	}
	return "instance of"
}

func typeDescription(self any) string {
	if c, ok := self.(*Class); ok {
		return c.name
	}
	return typeName(self)
}

// PyClass is the class super.
func (s *superObject) PyClass() *Class { return SuperClass }

func (s *superObject) getAttr(name string) (any, bool) {
	switch name {
	case "__class__":
		return SuperClass, true
	case "__self__":
		return s.self, true
	case "__thisclass__":
		return s.class, true
	case "__self_class__":
		return s.start, true
	}
	attr, ok := s.start.lookupAfter(s.class, name)
	if !ok {
		return nil, false
	}
	if c, isClass := s.self.(*Class); isClass && c == s.start {
		if f, isFunction := attr.(*Function); isFunction {
			return f, true
		}
		return bindToClass(attr, c), true
	}
	return bind(attr, s.self, s.start), true
}

// CallSuper is super(cls, self).name(*args, **kw).
func CallSuper(cls *Class, self any, name string, args []any, kw Kwargs) any {
	s := Super(cls, self).(*superObject)
	if attr, ok := s.start.lookupAfter(cls, name); ok {
		if f, ok := attr.(*Function); ok && f.binds() && self != any(s.start) {
			return f.callMethod(self, args, kw)
		}
	}
	return CallKw(GetAttr(s, name), args, kw)
}

func init() {
	SuperClass.define(func(d *Definition) {
		d.Method("__repr__(self, /)", func(self any) any {
			s := self.(*superObject)
			return "<super: " + Repr(s.class) + ", <" + s.start.name + " object>>"
		})
		d.New("super(type=, object_or_type=, /)", func(cls, self any) any {
			if cls == missing {
				raisef(NewRuntimeError, "super(): no arguments")
			}
			if self == missing {
				raisef(NewTypeError, "unbound super objects are not supported")
			}
			return Super(cls, self)
		}, missing, missing)
	})
}
