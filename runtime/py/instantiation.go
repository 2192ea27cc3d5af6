package py

import "strings"

// call is cls(*args, **kw).
func (c *Class) call(args []any, kw Kwargs) any {
	if c.meta != nil && c.meta.heap {
		if call, ok := c.meta.lookup("__call__"); ok {
			if f, ok := call.(*Function); !ok || f.owner != TypeClass {
				return callBound(call, c, c.meta, args, kw)
			}
		}
	}
	return c.instantiate(args, kw)
}

// instantiate is type.__call__: __new__, then __init__ if that gave an
// instance of the class.
func (c *Class) instantiate(args []any, kw Kwargs) any {
	if c.layout == layoutType {
		if c == TypeClass {
			return typeCall(args, kw)
		}
	} else if !c.heap {
		if v, ok := c.instantiateBuiltin(args, kw); ok {
			return v
		}
	}
	if c.construct != nil {
		return c.constructed(args, kw)
	}
	t := c.resolved()
	newAttr, ok := t.attrs["__new__"]
	if !ok || c.layout == layoutStruct {
		// A struct without a constructor is one that the converter did not take for
		// a value.
		raisef(NewTypeError, "cannot create '%s' instances", c.fullName())
	}
	if newAttr == any(objectNew) && c.heap && c.layout == layoutObject && len(c.abstract) == 0 {
		if f, ok := t.attrs["__init__"].(*Function); ok && f.kind == plainFunction {
			o := &Object{Class: c}
			if t.finalises {
				watchDel(o)
			}
			checkInitialized(f.callMethod(o, args, kw))
			return o
		}
	}
	var v any
	switch n := newAttr.(type) {
	case *Function:
		v = n.call(prepend(c, args), kw)
	case *staticMethod:
		v = CallKw(n.fn, prepend(c, args), kw)
	default:
		v = CallKw(bindToClass(n, c), prepend(c, args), kw)
	}
	if !isInstanceOf(v, c) {
		return v
	}
	if o, ok := v.(*Object); ok && t.finalises {
		watchDel(o)
	}
	class := TypeOf(v)
	initialize, ok := class.lookup("__init__")
	if !ok {
		return v
	}
	checkInitialized(callBound(initialize, v, class, args, kw))
	return v
}

// checkInitialized raises TypeError for what __init__ returned, unless it is
// None.
func checkInitialized(r any) {
	if r != nil {
		raisef(NewTypeError, "__init__() should return None, not '%s'", typeName(r))
	}
}

// objectNew is object.__new__.
var objectNew *Function

// instantiateBuiltin makes a value of a class that Go code implements without
// looking up __new__ and __init__.
func (c *Class) instantiateBuiltin(args []any, kw Kwargs) (any, bool) {
	c.ready()
	p := c.ownPayload
	if p == nil {
		return nil, false
	}
	if p.create != nil {
		v := p.create.call(args, kw)
		if init, ok := c.attrs.get("__init__"); ok {
			callBound(init, v, c, args, kw)
		}
		return v, true
	}
	v := p.alloc()
	if init, ok := c.lookup("__init__"); ok {
		callBound(init, v, c, args, kw)
	}
	return v, true
}

// newPayloadNew makes the __new__ of a builtin class.
func newPayloadNew(owner *Class) *Function {
	f := newBuiltin("__new__(cls, /, *args, **kwargs)", func(slots []any) any {
		cls := checkNew(owner, slots[0])
		args := []any(slots[1].(Tuple))
		kw := kwargsOf(slots[2].(*Dict[any, any]))
		var payload any
		if owner.ownPayload.create != nil {
			payload = owner.ownPayload.create.call(args, kw)
		} else {
			payload = owner.ownPayload.alloc()
		}
		if cls == owner {
			return payload
		}
		checkConcrete(cls)
		return &Object{Class: cls, Native: native(payload)}
	}, nil)
	f.qualname = owner.name + ".__new__"
	return f
}

// checkNew checks the first argument of the __new__ of owner.
func checkNew(owner *Class, cls any) *Class {
	c, ok := cls.(*Class)
	if !ok {
		raisef(NewTypeError, "%s.__new__(X): X is not a type object (%s)", owner.name, typeName(cls))
	}
	if !c.IsSubclassOf(owner) {
		raisef(NewTypeError, "%s.__new__(%s): %s is not a subtype of %s", owner.name, c.name, c.name, owner.name)
	}
	return c
}

// newPlainObject is object.__new__.
func newPlainObject(slots []any) any {
	cls := checkNew(ObjectClass, slots[0])
	args, kw := slots[1].(Tuple), slots[2].(*Dict[any, any])
	if len(args) > 0 || kw.Len() > 0 {
		checkObjectArguments(cls)
	}
	checkConcrete(cls)
	switch cls.layout {
	case layoutNative:
		if p := cls.payload(); p != nil {
			raisef(NewTypeError, "object.__new__(%s) is not safe, use %s.__new__()", cls.name, p.owner.name)
		}
		if !cls.heap && cls != ObjectClass {
			raisef(NewTypeError, "cannot create '%s' instances", cls.fullName())
		}
	case layoutException:
		return &Exception{Class: cls, Args: args}
	case layoutType:
		raisef(NewTypeError, "object.__new__(%s) is not safe, use type.__new__()", cls.name)
	}
	return &Object{Class: cls}
}

// checkObjectArguments raises for arguments that neither __new__ nor __init__
// takes.
func checkObjectArguments(cls *Class) {
	if owner := cls.owner("__new__"); owner != ObjectClass {
		raisef(NewTypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
	}
	if owner := cls.owner("__init__"); owner == ObjectClass {
		raisef(NewTypeError, "%s() takes no arguments", cls.name)
	}
}

// checkConcrete raises when the class has abstract methods.
func checkConcrete(cls *Class) {
	if len(cls.abstract) == 0 {
		return
	}
	quoted := make([]string, len(cls.abstract))
	for i, n := range cls.abstract {
		quoted[i] = "'" + n + "'"
	}
	raisef(NewTypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
		cls.name, pluralS(len(quoted) != 1), strings.Join(quoted, ", "))
}

// fullName is the class's name with its module, as messages of C code show it.
func (c *Class) fullName() string {
	if c.module == "builtins" {
		return c.name
	}
	return c.module + "." + c.name
}

func kwargsOf(d *Dict[any, any]) Kwargs {
	if d.Len() == 0 {
		return nil
	}
	kw := make(Kwargs, 0, d.Len())
	for k, v := range d.All() {
		kw = append(kw, Kw{k.(string), v})
	}
	return kw
}
