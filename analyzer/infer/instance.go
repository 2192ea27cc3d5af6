package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// construct interprets a call of a static class.
func (f *function) construct(e *ast.Call) (types.Type, bool) {
	info := f.classOf(e.Func)
	if info == nil {
		return nil, false
	}
	if len(info.derived) > 0 {
		if name, ok := e.Func.(*ast.Name); ok && f.classParams[f.mod.Scope.Uses[name]] != nil {
			f.demote(info.def, "a class method makes instances of a class that may be derived")
		}
	}
	if info.isAbstract() {
		f.demote(info.def, "an abstract class is called")
	}
	instance := f.instance(info.def)
	switch {
	case info.enum != nil:
		f.lookUp(info, e)
	case info.dataclass:
		if !f.constructDataclass(info, e) {
			f.constructThrough(info)
		}
	case info.method("__init__") != nil:
		if !passesArgs(info, e) {
			f.demote(info.def, "its args are those of the call, and not what __init__ gets")
		}
		if f.callMethod(info, info.method("__init__"), e) == nil {
			f.constructThrough(info)
		}
	case len(e.Keywords) > 0 || len(e.Args) > 0 && !info.exception:
		f.demote(info.def, "a call of it has arguments that it does not take")
	default:
		f.escapeArguments(e)
	}
	return instance, true
}

// passesArgs reports whether the args of an exception are what its __init__ gets: it
// sets others, or a call gives each parameter an argument by position.
//
// https://docs.python.org/3.13/library/exceptions.html#BaseException.args
func passesArgs(info *classInfo, e *ast.Call) bool {
	init, ok := info.method("__init__").(*ast.FunctionDef)
	if !ok || !info.exception || callsSuperInit(init.Body) {
		return true
	}
	params := init.Args
	return len(e.Keywords) == 0 && !hasStar(e) && params.Vararg == nil && params.Kwarg == nil && len(params.Kwonlyargs) == 0 &&
		len(e.Args) == len(params.Posonlyargs)+len(params.Args)-1
}

// constructThrough is told that a class is called as an object, which binds the
// arguments when the call runs.
func (f *function) constructThrough(info *classInfo) {
	if !info.facts.Called {
		info.facts.Called, info.facts.Named = true, true
		f.expose(f.instance(info.def))
		f.grown()
	}
}

// callMethod joins a call's arguments into the parameters of a method of a
// static class and returns the method, or nil if they do not fit.
func (f *function) callMethod(info *classInfo, n ast.Node, e *ast.Call) ast.Node {
	if n == nil {
		return nil
	}
	args := ast.ArgumentsOf(n)
	bound := args
	if f.facts.Funcs[n].Bound() {
		rest := *args
		bound = &rest
		if len(bound.Posonlyargs) > 0 {
			bound.Posonlyargs = bound.Posonlyargs[1:]
		} else {
			bound.Args = bound.Args[1:]
		}
	}
	if !f.bindStatic(e, bound, f.methodModule(n)) {
		return nil
	}
	return n
}

// methodOf resolves what o.name(...) calls: a method of a static class on an
// instance, a static or class method of it, or a method of the base class by
// super(). It is nil where that is something else; known tells whether o is an
// instance or class that is known.
func (f *function) methodOf(attr *ast.Attribute) (info *classInfo, n ast.Node, known bool) {
	if info := f.classOf(attr.Value); info != nil {
		n := info.method(attr.Attr)
		if n != nil {
			if kind := f.facts.Funcs[n].Kind; kind == StaticMethod || kind == ClassMethod {
				return info, n, true
			}
		}
		return info, nil, true
	}
	if info := f.superOf(attr.Value); info != nil {
		if info.base == nil {
			return nil, nil, false
		}
		n := info.base.method(attr.Attr)
		if n != nil && f.facts.Funcs[n].Kind != InstanceMethod {
			n = nil
		}
		return info.base, n, true
	}
	return nil, nil, false
}

// superOf returns the static class in one of whose methods super() stands.
func (f *function) superOf(e ast.Expr) *classInfo {
	call, ok := e.(*ast.Call)
	if !ok || len(call.Args)+len(call.Keywords) > 0 {
		return nil
	}
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "super" || !f.isBuiltin(name) {
		return nil
	}
	facts := f.facts.Funcs[f.node]
	if facts == nil || facts.Method == nil {
		return nil
	}
	return f.classes[facts.Method]
}

// methodCall interprets o.name(...) on an instance of a static class.
func (f *function) methodCall(e *ast.Call, awaited bool) (types.Type, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok || f.libraryModule(attr.Value) != "" {
		return nil, false
	}
	f.facts.parts[attr.Value] = f.superOf(attr.Value) != nil
	info, n, isKnown := f.methodOf(attr)
	if !isKnown && f.superOf(attr.Value) != nil {
		// super().__init__() of a class that derives from object or an exception.
		self := f.superOf(attr.Value)
		if attr.Attr != "__init__" || len(e.Keywords) > 0 || hasStar(e) || len(e.Args) > 0 && !self.exception {
			f.demote(self.def, "it calls a method of object by super()")
		}
		f.escapeArguments(e)
		return types.None, true
	}
	if isKnown && n == nil && attr.Attr == "__init__" && f.superOf(attr.Value) != nil {
		self := f.superOf(attr.Value)
		if self.base.method("__init__") != nil || len(e.Keywords) > 0 || hasStar(e) || len(e.Args) > 0 && !self.exception || self.dataclass {
			f.demote(self.def, "it calls a method that its base class does not have")
		}
		f.escapeArguments(e)
		return types.None, true
	}
	if !isKnown {
		instance, ok := known(f.expr(attr.Value)).(*types.Instance)
		if !ok {
			return nil, false
		}
		info = f.classes[instance.Class]
		n = info.method(attr.Attr)
		if n == nil || f.facts.Funcs[n].Kind == Property {
			if c := info.attr(attr.Attr); info.field(attr.Attr) == nil && n == nil && c == nil && f.mixed[info.def] {
				f.escape(instance) // a method of str or int
			} else if info.field(attr.Attr) == nil && n == nil && c == nil {
				f.demote(info.def, "it has no method "+attr.Attr)
			} else if n == nil && c != nil {
				f.readByInstance(info, c)
			}
			return nil, false // a field, a property or an attribute is called
		}
	}
	if m := info.method(attr.Attr); isKnown && n == nil && m != nil && f.superOf(attr.Value) == nil && f.methodOfClass(info, m, attr) {
		f.escapeArguments(e)
		return types.Any, true
	}
	if f.callMethod(info, n, e) == nil {
		if facts := f.facts.Funcs[n]; n != nil && facts.Kind == InstanceMethod && !isKnown {
			return f.callMethodThrough(info, attr.Attr, awaited), true
		}
		f.demote(info.def, "a method that it does not have is called, or with other arguments: "+attr.Attr)
		return types.Any, true
	}
	facts := f.facts.Funcs[n]
	switch {
	case facts.Generator:
		return f.generator(n), true
	case facts.Async && !awaited:
		return f.madeCoroutine(e, f.resultCell(n)), true
	}
	return known(f.resultCell(n)), true
}

// member resolves o.name, where it is no call, on an instance of a static class
// or on the class: a field or class attribute, or the getter of a property.
func (f *function) member(e *ast.Attribute) (c *cell, getter ast.Node, ok bool) {
	if f.libraryModule(e.Value) != "" {
		return nil, nil, false
	}
	if info := f.classOf(e.Value); info != nil {
		if e.Attr == "__name__" && e.Ctx == ast.Load {
			return &cell{typ: types.Str}, nil, true
		}
		c := info.attr(e.Attr)
		if n := info.method(e.Attr); c == nil && n != nil && e.Ctx == ast.Load && f.methodOfClass(info, n, e) {
			return &cell{typ: types.Any}, nil, true
		}
		if c == nil && info.enum != nil && e.Ctx == ast.Load {
			// What the class object alone has, such as __members__.
			info.facts.Valued, info.facts.Named = true, true
			f.expose(f.instance(info.def))
			return &cell{typ: types.Any}, nil, true
		}
		if c == nil || info.enum != nil && e.Ctx != ast.Load {
			f.demote(info.def, "its attribute "+e.Attr+" is used")
		} else if e.Ctx != ast.Load {
			for b := info; b != nil; b = b.base {
				b.stored[e.Attr] = b.attrs[e.Attr] != nil
				f.storedByClass(b, e.Attr)
			}
			if info.attrs[e.Attr] == nil {
				f.demote(info.def, "a class attribute of its base class is assigned")
			}
		}
		return c, nil, true
	}
	instance, ok := known(f.expr(e.Value)).(*types.Instance)
	if !ok {
		c := f.fieldIfAny(e)
		return c, nil, c != nil
	}
	info := f.classes[instance.Class]
	if t := info.enum.attribute(e.Attr); t != nil {
		if e.Ctx != ast.Load {
			f.demote(info.def, "an attribute of a member is assigned")
		}
		return &cell{typ: t}, nil, true
	}
	if f.mixed[info.def] && info.method(e.Attr) == nil && info.attr(e.Attr) == nil && e.Ctx == ast.Load {
		f.escape(instance)
		return nil, nil, false
	}
	if n := info.method(e.Attr); n != nil {
		if f.facts.Funcs[n].Kind == Property {
			if e.Ctx == ast.Load {
				return nil, n, true
			}
			if set := info.setter(e.Attr); set != nil && e.Ctx == ast.Store {
				return f.variable(f.methodModule(set).Scope.Defs[ast.ArgumentsOf(set).All()[1]]), nil, true
			}
		} else if e.Ctx == ast.Load {
			f.methodAsValue(info, e.Attr)
			return &cell{typ: types.Any}, nil, true
		}
		f.demote(info.def, "a method or property of it is assigned")
		return nil, nil, true
	}
	if c := info.field(e.Attr); c != nil {
		if e.Ctx != ast.Load && info.dataclass && info.facts.Dataclass.Frozen || e.Ctx == ast.Del {
			f.escape(instance)
			if !info.dataclass {
				f.demote(info.def, "its attributes are deleted")
			}
			return &cell{typ: types.Any}, nil, true
		}
		return c, nil, true
	}
	if c := info.attr(e.Attr); c != nil && (e.Ctx == ast.Load || e.Ctx == ast.Store && f.setByInstances(info, e.Attr)) {
		f.readByInstance(info, c)
		return c, nil, true
	}
	if info.exception && IsSpecial(e.Attr) || e.Attr == "__class__" || info.exception && e.Attr == "args" {
		return nil, nil, false
	}
	if !IsSpecial(e.Attr) && info.attr(e.Attr) == nil && !info.exception && info.opens() {
		f.escape(instance)
		return nil, nil, false
	}
	f.demote(info.def, "it has no attribute "+e.Attr)
	return nil, nil, true
}

// fieldIfAny is the field that o.name means where o is an instance of a static
// class or None, which has no such attribute: what follows runs only if it was
// the instance.
func (f *function) fieldIfAny(e *ast.Attribute) *cell {
	o, ok := known(f.expr(e.Value)).(*types.Optional)
	if !ok || e.Ctx == ast.Del || IsSpecial(e.Attr) {
		return nil
	}
	instance, ok := known(o.Elem).(*types.Instance)
	if !ok {
		return nil
	}
	info := f.classes[instance.Class]
	if info.enum != nil || info.method(e.Attr) != nil || e.Ctx != ast.Load && info.dataclass && info.facts.Dataclass.Frozen {
		return nil
	}
	return info.field(e.Attr)
}

// callMethodThrough is the result of a call of a method of an instance that binds
// its arguments when it runs.
func (f *function) callMethodThrough(info *classInfo, name string, awaited bool) types.Type {
	f.expose(f.instance(info.def))
	var result types.Type = types.Never
	through := func(n ast.Node) {
		if n != nil {
			result = f.lub(result, f.callThrough(n, f.methodModule(n), awaited))
		}
	}
	through(info.method(name))
	info.each(func(c *classInfo) { through(c.methods[name]) })
	return result
}

// methodAsValue is told that a method of an instance is a value. Untyped code can
// call it, then, but gets at nothing else of the instance.
func (f *function) methodAsValue(info *classInfo, name string) {
	info.bound = true
	f.untypedMethod(info, name)
}

// untypedMethod is told that untyped code can call a method.
func (f *function) untypedMethod(info *classInfo, name string) {
	f.expose(f.instance(info.def))
	alter := func(n ast.Node) {
		if facts := f.facts.Funcs[n]; n != nil && !facts.Untyped {
			if facts.Around {
				f.demote(info.def, "a method that contextlib makes a manager of is a value: "+name)
			}
			facts.Value, facts.Untyped = true, true
			f.altered(facts)
		}
	}
	alter(info.method(name))
	info.each(func(c *classInfo) { alter(c.methods[name]) })
}

// methodOfClass is told that a method is read of its class, as a value. It
// reports whether the class can stay static.
func (f *function) methodOfClass(info *classInfo, n ast.Node, e *ast.Attribute) bool {
	kind := f.facts.Funcs[n].Kind
	if kind == Property || kind == Setter || e.Attr == "__init__" || e.Attr == "__post_init__" {
		return false
	}
	if kind == InstanceMethod && len(info.derived) > 0 {
		return false // its Go method takes the struct of just this class
	}
	if name, ok := e.Value.(*ast.Name); ok && f.classParams[f.mod.Scope.Uses[name]] != nil {
		return false // it may be a class that derives from it
	}
	info.facts.Named = true
	f.untypedMethod(info, e.Attr)
	return true
}

// isDynamicSelf reports whether an expression is self in a method of a class
// that is no struct: it is no instance of one that is.
func (f *function) isDynamicSelf(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	if !ok {
		return false
	}
	sym := f.mod.Scope.Uses[name]
	if sym == nil || !sym.Param || sym.Scope == nil || sym.Assigned != 1 {
		return false
	}
	def := sym.Scope.Node
	args := ast.ArgumentsOf(def)
	if args == nil || f.facts.Funcs[def] == nil || f.facts.Funcs[def].Method != nil {
		return false
	}
	own := f.mod.Scope.Defs[def]
	if own == nil || own.Scope == nil || !isClass(own.Scope) {
		return false
	}
	params := args.All()
	return len(params) > 0 && len(args.Args)+len(args.Posonlyargs) > 0 && f.mod.Scope.Defs[params[0]] == sym
}
