package py

// GetAttr is o.name. It raises AttributeError.
func GetAttr(o any, name string) any {
	v, ok := getAttr(o, name)
	if !ok {
		raiseNoAttribute(o, name)
	}
	return v
}

// GetAttrOr is getattr(o, name, otherwise).
func GetAttrOr(o any, name string, otherwise any) any {
	v, ok := lookupAttr(o, name)
	if !ok {
		return otherwise
	}
	return v
}

// HasAttr is hasattr(o, name).
func HasAttr(o any, name string) bool {
	_, ok := lookupAttr(o, name)
	return ok
}

// lookupAttr finds an attribute; an AttributeError that code of the program
// raises means there is none.
func lookupAttr(o any, name string) (v any, ok bool) {
	if !runsUserCode(o, name) {
		return getAttr(o, name)
	}
	err := Try(func() error {
		v, ok = getAttr(o, name)
		return nil
	})
	if err != nil {
		if !Matches(err, AttributeError) {
			panic(err)
		}
		return nil, false
	}
	return v, ok
}

// runsUserCode reports whether reading the attribute may call a function.
func runsUserCode(o any, name string) bool {
	switch o := o.(type) {
	case *Object:
		t := o.Class.resolved()
		if t.getattribute != nil || t.getattr != nil {
			return true
		}
		return isDescriptor(t.attrs[name])
	case *Class:
		return o.meta != nil || isDescriptor(classAttr(o, name))
	case nil, string, int, bool, float64:
		return false
	}
	return true
}

func classAttr(c *Class, name string) any {
	v, ok := c.lookup(name)
	if !ok {
		v, _ = c.PyClass().lookup(name)
	}
	return v
}

// isDescriptor reports whether binding the attribute runs code.
func isDescriptor(attr any) bool {
	switch attr.(type) {
	case *property, *member, *slot, *Object, *classMethod:
		return true
	}
	return false
}

// getAttr finds o.name and reports whether there is one.
func getAttr(o any, name string) (any, bool) {
	switch o := o.(type) {
	case *Object:
		t := o.Class.resolved()
		if t.getattribute != nil {
			return customGetAttr(o, o.Class, t, name)
		}
		return genericGetAttr(o, o.Class, ownAttrs(o), name)
	case *Class:
		return getClassAttr(o, name)
	case *Module:
		return getModuleAttr(o, name)
	case *superObject:
		return o.getAttr(name)
	case *genericAlias:
		return o.getAttr(name)
	}
	return genericGetAttr(o, TypeOf(o), ownAttrs(o), name)
}

// customGetAttr calls a __getattribute__ of the program, and __getattr__ when
// that raises AttributeError.
func customGetAttr(o any, class *Class, t *classTable, name string) (any, bool) {
	defer completeNoAttribute(o, name)
	if t.getattr == nil {
		return callBound(t.getattribute, o, class, []any{name}, nil), true
	}
	var v any
	err := Try(func() error {
		v = callBound(t.getattribute, o, class, []any{name}, nil)
		return nil
	})
	if err != nil {
		if !Matches(err, AttributeError) {
			panic(err)
		}
		v = callBound(t.getattr, o, class, []any{name}, nil)
	}
	return v, true
}

// genericGetAttr is object.__getattribute__ followed by __getattr__: data
// descriptors of the class, then the object's own attributes, then what else
// the class has.
func genericGetAttr(o any, class *Class, own *attrTable, name string) (any, bool) {
	t := class.resolved()
	if t.getattr != nil {
		return getAttrWithFallback(o, class, own, t, name)
	}
	attr, found := t.attrs[name]
	switch {
	case !found && own != nil:
		if v, ok := own.get(name); ok {
			return v, true
		}
	case isDescriptor(attr):
		return getDescribedAttr(o, class, own, t, name)
	}
	return plainGetAttr(o, class, own, t, name)
}

// getDescribedAttr is plainGetAttr where the class has a descriptor, whose code
// may raise AttributeError.
func getDescribedAttr(o any, class *Class, own *attrTable, t *classTable, name string) (any, bool) {
	defer completeNoAttribute(o, name)
	return plainGetAttr(o, class, own, t, name)
}

// completeNoAttribute is for defer around code of the program that looks for
// an attribute: an AttributeError that leaves it and does not say of which
// object gets to know.
func completeNoAttribute(o any, name string) {
	r := recover()
	if r == nil {
		return
	}
	if e, ok := r.(BaseException); ok && e.PyClass().IsSubclassOf(AttributeError) {
		fields := &e.exception().fields
		of, _ := fields.get("obj")
		called, _ := fields.get("name")
		if of == nil && called == nil {
			fields.set("name", name)
			fields.set("obj", o)
		}
	}
	panic(r)
}

func plainGetAttr(o any, class *Class, own *attrTable, t *classTable, name string) (any, bool) {
	attr, found := t.attrs[name]
	if found && isDataDescriptor(attr) {
		return bind(attr, o, class), true
	}
	if own != nil {
		if v, ok := own.get(name); ok {
			return v, true
		}
	}
	if found {
		return bind(attr, o, class), true
	}
	if own != nil && name == "__dict__" {
		return own.asDict(), true
	}
	return nil, false
}

// getAttrWithFallback asks __getattr__ when there is no attribute or a
// property says so.
func getAttrWithFallback(o any, class *Class, own *attrTable, t *classTable, name string) (any, bool) {
	defer completeNoAttribute(o, name)
	if !isDescriptor(t.attrs[name]) {
		if v, ok := plainGetAttr(o, class, own, t, name); ok {
			return v, true
		}
		return callBound(t.getattr, o, class, []any{name}, nil), true
	}
	var v any
	var ok bool
	err := Try(func() error {
		v, ok = plainGetAttr(o, class, own, t, name)
		return nil
	})
	if err != nil && !Matches(err, AttributeError) {
		panic(err)
	}
	if err != nil || !ok {
		return callBound(t.getattr, o, class, []any{name}, nil), true
	}
	return v, true
}

// getClassAttr is type.__getattribute__.
func getClassAttr(c *Class, name string) (any, bool) {
	meta := c.PyClass()
	mt := meta.resolved()
	if mt.getattribute != nil && meta.heap {
		return customGetAttr(c, meta, mt, name)
	}
	metaAttr, inMeta := mt.attrs[name]
	if inMeta && isDataDescriptor(metaAttr) {
		return bind(metaAttr, c, meta), true
	}
	attr, ok := c.lookup(name)
	if m, isMember := attr.(*member); ok && isMember && m.ofField {
		if m.initial != nil {
			return *m.initial, true
		}
		ok = false
	}
	if ok {
		return bindToClass(attr, c), true
	}
	if inMeta {
		return bind(metaAttr, c, meta), true
	}
	if mt.getattr != nil {
		return callBound(mt.getattr, c, meta, []any{name}, nil), true
	}
	return nil, false
}

func raiseNoAttribute(o any, name string) { Raise(NoAttribute(o, name)) }

// NoAttribute is the AttributeError that tells that an object has no attribute
// of a name.
func NoAttribute(o any, name string) *Exception {
	var e *Exception
	switch o := o.(type) {
	case *Class:
		e = NewAttributeError("type object '" + o.ErrorName() + "' has no attribute '" + name + "'")
	case *Module:
		e = NewAttributeError("module '" + o.name + "' has no attribute '" + name + "'")
	case *superObject:
		e = NewAttributeError("'super' object has no attribute '" + name + "'")
	default:
		e = NewAttributeError("'" + typeName(o) + "' object has no attribute '" + name + "'")
	}
	e.fields.set("name", name)
	e.fields.set("obj", o)
	return e
}

// SetAttr is o.name = value. It raises AttributeError, or TypeError for a class
// that cannot be changed.
func SetAttr(o any, name string, value any) {
	switch o := o.(type) {
	case *Object:
		if t := o.Class.resolved(); t.setattr != nil {
			callBound(t.setattr, o, o.Class, []any{name, value}, nil)
			return
		}
	case *Class:
		meta := o.PyClass()
		if t := meta.resolved(); t.setattr != nil && meta.heap {
			callBound(t.setattr, o, meta, []any{name, value}, nil)
			return
		}
		setClassAttr(o, name, value)
		return
	case BaseException:
		class := o.PyClass()
		if t := class.resolved(); t.setattr != nil {
			callBound(t.setattr, o, class, []any{name, value}, nil)
			return
		}
	default:
		if class := TypeOf(o); class.layout == layoutStruct {
			if t := class.resolved(); t.setattr != nil {
				callBound(t.setattr, o, class, []any{name, value}, nil)
				return
			}
		}
	}
	genericSetAttr(o, name, value)
}

// genericSetAttr is object.__setattr__.
func genericSetAttr(o any, name string, value any) {
	if m, ok := o.(*Module); ok && m.setVariable(name, value) {
		return
	}
	class := TypeOf(o)
	attr, found := class.lookup(name)
	if found && setDescriptor(attr, o, class, value) {
		return
	}
	if own := ownAttrs(o); own != nil {
		if _, isObject := o.(*Object); isObject {
			own.setShaped(&class.shape, name, value)
		} else {
			own.set(name, value)
		}
		return
	}
	raiseCannotSet(o, class, name, found)
}

func raiseCannotSet(o any, class *Class, name string, found bool) {
	var e *Exception
	if found {
		e = NewAttributeError("'" + class.ErrorName() + "' object attribute '" + name + "' is read-only")
	} else {
		e = NewAttributeError("'" + class.ErrorName() + "' object has no attribute '" + name +
			"' and no __dict__ for setting new attributes")
	}
	e.fields.set("name", name)
	e.fields.set("obj", o)
	Raise(e)
}

func setClassAttr(c *Class, name string, value any) {
	meta := c.PyClass()
	if attr, ok := meta.lookup(name); ok && setDescriptor(attr, c, meta, value) {
		return
	}
	if !c.heap {
		raisef(NewTypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.ErrorName())
	}
	c.setAttr(name, value)
}

// DelAttr is del o.name. It raises AttributeError.
func DelAttr(o any, name string) {
	switch o := o.(type) {
	case *Object:
		if t := o.Class.resolved(); t.delattr != nil {
			callBound(t.delattr, o, o.Class, []any{name}, nil)
			return
		}
	case *Class:
		meta := o.PyClass()
		if t := meta.resolved(); t.delattr != nil && meta.heap {
			callBound(t.delattr, o, meta, []any{name}, nil)
			return
		}
		deleteClassAttr(o, name)
		return
	}
	genericDelAttr(o, name)
}

// genericDelAttr is object.__delattr__.
func genericDelAttr(o any, name string) {
	class := TypeOf(o)
	attr, found := class.lookup(name)
	if found && deleteDescriptor(attr, o, class) {
		return
	}
	own := ownAttrs(o)
	if own == nil {
		raiseCannotSet(o, class, name, found)
	}
	if !own.delete(name) {
		raiseNoAttribute(o, name)
	}
}

func deleteClassAttr(c *Class, name string) {
	meta := c.PyClass()
	if attr, ok := meta.lookup(name); ok && deleteDescriptor(attr, c, meta) {
		return
	}
	if !c.heap {
		raisef(NewTypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.ErrorName())
	}
	if !c.deleteAttr(name) {
		raiseNoAttribute(c, name)
	}
}
