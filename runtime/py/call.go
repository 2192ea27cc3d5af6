package py

// A Caller is a Go type whose values can be called from Python code.
type Caller interface {
	PyCall(args []any, kw Kwargs) any
}

// Call is f(*args).
func Call(f any, args ...any) any {
	return CallKw(f, args, nil)
}

// CallKw is f(*args, **kw). It raises TypeError when f is not callable.
func CallKw(f any, args []any, kw Kwargs) any {
	switch f := f.(type) {
	case *Function:
		return f.call(args, kw)
	case *Method:
		return CallKw(f.fn, prepend(f.self, args), kw)
	case *Class:
		return f.call(args, kw)
	case *Object:
		if call, ok := f.Class.lookup("__call__"); ok {
			return callBound(call, f, f.Class, args, kw)
		}
		if c, ok := f.Native.(Caller); ok {
			return c.PyCall(args, kw)
		}
	case Caller:
		return f.PyCall(args, kw)
	default:
		if f != nil {
			if c := TypeOf(f); c != nil {
				if call, ok := c.lookup("__call__"); ok {
					return callBound(call, f, c, args, kw)
				}
			}
		}
	}
	raisef(NewTypeError, "'%s' object is not callable", typeName(f))
	return nil
}

// callBound calls attr, found in the class of self, as a method of self.
func callBound(attr, self any, class *Class, args []any, kw Kwargs) any {
	if f, ok := attr.(*Function); ok && f.binds() {
		return f.callMethod(self, args, kw)
	}
	return CallKw(bind(attr, self, class), args, kw)
}

// call binds the arguments and runs the function, or makes what its kind makes.
func (f *Function) call(args []any, kw Kwargs) any {
	if f.owner != nil && len(args) > 0 && !isInstanceOf(args[0], f.owner) {
		if f.isSlotWrapper() {
			raisef(NewTypeError, "descriptor '%s' requires a '%s' object but received a '%s'",
				f.name, f.owner.ErrorName(), typeName(args[0]))
		}
		raisef(NewTypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
			f.name, f.owner.ErrorName(), typeName(args[0]))
	}
	return f.run(bindArgs(f, args, kw))
}

// callMethod calls the function with self, whose class has it.
func (f *Function) callMethod(self any, args []any, kw Kwargs) any {
	if f.kind == plainFunction && len(kw) == 0 {
		if sig := f.signature(); sig.simple && len(args)+1 == len(sig.params) {
			switch fn := f.fn.(type) {
			case func(any) any:
				Enter()
				defer Leave()
				return fn(self)
			case func(any, any) any:
				Enter()
				defer Leave()
				return fn(self, args[0])
			case func(any, any, any) any:
				Enter()
				defer Leave()
				return fn(self, args[0], args[1])
			}
		}
	}
	return f.run(bindArgs(f, prepend(self, args), kw))
}

func (f *Function) run(slots []any) any {
	switch f.kind {
	case builtinFunction:
		return f.invoke(slots)
	case plainFunction:
		Enter()
		defer Leave()
		return f.invoke(slots)
	case coroutineFunction:
		return newFunctionCoroutine(f, slots)
	case generatorFunction:
		return newFunctionGenerator(f, slots)
	default:
		return newFunctionAsyncGenerator(f, slots)
	}
}

// PyCall makes *Function a Caller.
func (f *Function) PyCall(args []any, kw Kwargs) any { return f.call(args, kw) }

func prepend(self any, args []any) []any {
	all := make([]any, len(args)+1)
	all[0] = self
	copy(all[1:], args)
	return all
}

// CallMethod is o.name(*args), for arguments that are evaluated before the method
// is looked up.
func CallMethod(o any, name string, args ...any) any {
	return CallMethodKw(o, name, args, nil)
}

// CallMethodKw is o.name(*args, **kw). It makes no bound method when the
// attribute is a plain function of the class.
func CallMethodKw(o any, name string, args []any, kw Kwargs) any {
	if f := methodFunction(o, name); f != nil {
		return f.callMethod(o, args, kw)
	}
	return CallKw(GetAttr(o, name), args, kw)
}

// Callee is a method that has been looked up to be called.
type Callee struct {
	function *Function // a function of the class of self, or nil
	self     any
	bound    any // what is called without such a function
}

// MethodOf is o.name, for the call o.name(...) whose arguments are evaluated
// after. It raises AttributeError when there is no such attribute.
func MethodOf(o any, name string) Callee {
	if f := methodFunction(o, name); f != nil {
		return Callee{function: f, self: o}
	}
	return Callee{bound: GetAttr(o, name)}
}

// Call calls the method.
func (c Callee) Call(args ...any) any { return c.CallKw(args, nil) }

// CallKw calls the method with keyword arguments.
func (c Callee) CallKw(args []any, kw Kwargs) any {
	if c.function != nil {
		return c.function.callMethod(c.self, args, kw)
	}
	return CallKw(c.bound, args, kw)
}

// methodFunction is the function of o's class that o.name binds to o; nil if
// o.name is something else.
func methodFunction(o any, name string) *Function {
	switch o := o.(type) {
	case *Object:
		if t := o.Class.resolved(); t.getattribute == nil {
			if f, ok := t.attrs[name].(*Function); ok && f.binds() {
				if _, shadowed := o.attrs.get(name); !shadowed {
					return f
				}
			}
		}
	case *Class, *Module, *superObject:
	default:
		if attr, ok := TypeOf(o).lookup(name); ok {
			if f, ok := attr.(*Function); ok && f.binds() && !hasOwnAttr(o, name) {
				return f
			}
		}
	}
	return nil
}

// callSpecial calls the special method name of o, looked up in its class as
// Python does, and reports whether there is one.
func callSpecial(o any, name string, args ...any) (any, bool) {
	class := TypeOf(o)
	attr, ok := class.lookup(name)
	if !ok || attr == nil {
		return nil, false
	}
	return callBound(attr, o, class, args, nil), true
}

// starred is what *value adds to the arguments of a call or to a display.
type starred []any

// Star takes the items of value for StarArgs, which spreads them: *value. It
// raises TypeError when value is no iterable.
func Star(value any) any {
	it, ok := getIter(value)
	if !ok {
		raisef(NewTypeError, "Value after * must be an iterable, not %s", typeName(value))
	}
	askLength(value)
	var items starred
	for v := range Iter(it) {
		items = append(items, v)
	}
	dropUnheld(value)
	return items
}

// StarArgs joins the positional arguments of a call that has *args in it.
func StarArgs(parts ...any) []any {
	args := make([]any, 0, len(parts))
	for _, p := range parts {
		if items, ok := p.(starred); ok {
			args = append(args, items...)
		} else {
			args = append(args, p)
		}
	}
	return args
}

// CallStar is f(*iterable, **kw).
func CallStar(f, iterable any, kw Kwargs) any { return CallKw(f, StarOf(f, iterable), kw) }

// StarOf is the positional arguments of callee(*iterable). It raises TypeError
// when iterable is none.
func StarOf(callee, iterable any) []any {
	it, ok := getIter(iterable)
	if !ok {
		raisef(NewTypeError, "%s argument after * must be an iterable, not %s", calleeName(callee), typeName(iterable))
	}
	askLength(iterable)
	var args []any
	for v := range Iter(it) {
		args = append(args, v)
	}
	dropUnheld(iterable)
	return args
}

// KwOf is the keyword arguments of callee(**mapping). It raises TypeError when
// mapping is none or has a key that is not a string.
func KwOf(callee, mapping any) Kwargs {
	if !HasAttr(mapping, "keys") {
		raisef(NewTypeError, "%s argument after ** must be a mapping, not %s", calleeName(callee), typeName(mapping))
	}
	return KwFrom(mapping)
}

// KwFrom is KwOf for a mapping that is known to be one.
func KwFrom(mapping any) Kwargs {
	var kw Kwargs
	for k := range Iter(CallMethod(mapping, "keys")) {
		name, ok := native(k).(string)
		if !ok {
			raisef(NewTypeError, "keywords must be strings")
		}
		kw = append(kw, Kw{name, GetItem(mapping, k)})
	}
	return kw
}

// JoinKw joins the keyword arguments of a call that has several sources of
// them. It raises TypeError when a name occurs twice; callee is the function,
// for the message.
func JoinKw(callee any, parts ...Kwargs) Kwargs {
	var all Kwargs
	for _, part := range parts {
		for _, k := range part {
			if _, twice := all.Lookup(k.Name); twice {
				raisef(NewTypeError, "%s got multiple values for keyword argument '%s'", calleeName(callee), k.Name)
			}
			all = append(all, k)
		}
	}
	return all
}

// calleeName is how errors about a call name what is called.
func calleeName(callee any) string {
	switch f := callee.(type) {
	case *Function:
		name := f.qualname + "()"
		if m, ok := f.module.(string); ok && m != "builtins" {
			name = m + "." + name
		}
		return name
	case *Method:
		return calleeName(f.fn)
	case *Class:
		if f.module == "builtins" {
			return f.qualname + "()"
		}
		return f.module + "." + f.qualname + "()"
	}
	return Str(callee)
}
