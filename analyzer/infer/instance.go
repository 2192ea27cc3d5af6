package infer

import (
	"slices"

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
	case info.dataclass:
		f.constructDataclass(info, e)
	case info.method("__init__") != nil:
		if f.callMethod(info, info.method("__init__"), e) == nil {
			f.demote(info.def, "a call of it does not fit __init__")
		}
	case len(e.Keywords) > 0 || len(e.Args) > 0 && !info.exception:
		f.demote(info.def, "a call of it has arguments that it does not take")
	default:
		f.escapeArguments(e)
	}
	return instance, true
}

func (f *function) constructDataclass(info *classInfo, e *ast.Call) {
	set := map[string]bool{}
	flow := func(field Field, v ast.Expr) {
		t := f.expr(v)
		f.declare(f.annotation(field.Decl.(*ast.AnnAssign).Annotation), t)
		f.join(info.field(field.Name), t)
		set[field.Name] = true
	}
	fields := info.allFields()
	var positional []Field
	for _, field := range fields {
		if !field.KwOnly {
			positional = append(positional, field)
		}
	}
	if len(e.Args) > len(positional) || hasStar(e) {
		f.demote(info.def, "a call of it has too many arguments")
		return
	}
	for i, arg := range e.Args {
		flow(positional[i], arg)
	}
	for _, k := range e.Keywords {
		i := slices.IndexFunc(fields, func(x Field) bool { return x.Name == k.Arg })
		if i < 0 || set[k.Arg] {
			f.demote(info.def, "a call of it has arguments that it does not take")
			return
		}
		flow(fields[i], k.Value)
	}
	for _, field := range fields {
		if !set[field.Name] && field.Default == nil && field.Factory == nil {
			f.demote(info.def, "a call of it lacks an argument")
			return
		}
	}
	f.fieldDefaults(info)
	if n := info.method("__post_init__"); n != nil && len(parameters(argumentsOf(n))) != 1 {
		f.demote(info.def, "its __post_init__ takes arguments")
	}
}

// replaced interprets dataclasses.replace(o, field=v, ...) of an instance of a
// static class alone.
func (f *function) replaced(e *ast.Call) (types.Type, bool) {
	if len(e.Args) != 1 || hasStar(e) {
		return nil, false
	}
	if name, _ := f.entryName(e); name != "dataclasses.replace" {
		return nil, false
	}
	t := known(f.expr(e.Args[0]))
	if t == types.Never {
		return t, true
	}
	instance, ok := t.(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	if !info.dataclass || info.base != nil || len(info.derived) > 0 || info.method("__post_init__") != nil ||
		slices.ContainsFunc(e.Keywords, func(k *ast.Keyword) bool { return info.field(k.Arg) == nil }) {
		return nil, false
	}
	for _, k := range e.Keywords {
		f.join(info.field(k.Arg), f.expr(k.Value))
	}
	return instance, true
}

// fieldDefaults joins the defaults of a dataclass into its fields.
func (f *function) fieldDefaults(info *classInfo) {
	owner := f.owner(info.mod)
	for _, field := range info.allFields() {
		var t types.Type
		switch {
		case field.Default != nil:
			t = owner.expr(field.Default)
		case field.Factory != nil:
			t = owner.factory(field)
		default:
			continue
		}
		owner.declare(owner.annotation(field.Decl.(*ast.AnnAssign).Annotation), t)
		f.join(info.field(field.Name), t)
	}
}

// factory is the type of what the default factory of a field makes.
func (f *function) factory(field Field) types.Type {
	switch factory := field.Factory.(type) {
	case *ast.Lambda:
		if len(parameters(factory.Args)) == 0 {
			t := f.expr(factory.Body)
			return t
		}
	case *ast.Name:
		if f.isBuiltin(factory) {
			switch factory.Id {
			case "list":
				return f.madeList(field.Factory)
			case "dict":
				return f.madeDict(field.Factory)
			case "set":
				return f.madeSet(field.Factory)
			}
		}
	}
	f.escape(f.expr(field.Factory))
	return types.Any
}

// callMethod joins a call's arguments into the parameters of a method of a
// static class and returns the method, or nil if they do not fit.
func (f *function) callMethod(info *classInfo, n ast.Node, e *ast.Call) ast.Node {
	if n == nil {
		return nil
	}
	args := argumentsOf(n)
	bound := args
	if f.facts.Funcs[n].Bound() {
		bound = &ast.Arguments{
			Args: args.Args, Posonlyargs: args.Posonlyargs, Vararg: args.Vararg,
			Kwonlyargs: args.Kwonlyargs, KwDefaults: args.KwDefaults, Defaults: args.Defaults,
		}
		if len(bound.Posonlyargs) > 0 {
			bound.Posonlyargs = bound.Posonlyargs[1:]
		} else {
			bound.Args = bound.Args[1:]
		}
	}
	if !f.bindStatic(e, bound, info.mod) {
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
			if info.field(attr.Attr) == nil && n == nil && info.attr(attr.Attr) == nil {
				f.demote(info.def, "it has no method "+attr.Attr)
			}
			return nil, false // a field, a property or an attribute is called
		}
	}
	if f.callMethod(info, n, e) == nil {
		if facts := f.facts.Funcs[n]; n != nil && facts.Kind == InstanceMethod && !isKnown {
			// The call binds its arguments when it runs.
			f.escape(f.instance(info.def))
			f.untypedRead(attr.Attr)
			f.escapeArguments(e)
			return types.Any, true
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
		if c == nil {
			f.demote(info.def, "its attribute "+e.Attr+" is used")
		} else if e.Ctx != ast.Load {
			for b := info; b != nil; b = b.base {
				b.stored[e.Attr] = b.attrs[e.Attr] != nil
			}
			if info.attrs[e.Attr] == nil {
				f.demote(info.def, "a class attribute of its base class is assigned")
			}
		}
		return c, nil, true
	}
	instance, ok := known(f.expr(e.Value)).(*types.Instance)
	if !ok {
		return nil, nil, false
	}
	info := f.classes[instance.Class]
	if n := info.method(e.Attr); n != nil {
		if f.facts.Funcs[n].Kind == Property {
			if e.Ctx == ast.Load {
				return nil, n, true
			}
			if set := info.setter(e.Attr); set != nil && e.Ctx == ast.Store {
				return f.variable(info.mod.Scope.Defs[parameters(argumentsOf(set))[1]]), nil, true
			}
		} else if e.Ctx == ast.Load {
			// A bound method as a value.
			f.escape(instance)
			f.untypedRead(e.Attr)
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
	if c := info.attr(e.Attr); c != nil && e.Ctx == ast.Load {
		return c, nil, true
	}
	if info.exception && special(e.Attr) || e.Attr == "__class__" || info.exception && e.Attr == "args" {
		return nil, nil, false
	}
	if !special(e.Attr) && info.attr(e.Attr) == nil && !info.exception && info.opens() {
		f.escape(instance)
		return nil, nil, false
	}
	f.demote(info.def, "it has no attribute "+e.Attr)
	return nil, nil, true
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
	args := argumentsOf(def)
	if args == nil || f.facts.Funcs[def] == nil || f.facts.Funcs[def].Method != nil {
		return false
	}
	own := f.mod.Scope.Defs[def]
	if own == nil || own.Scope == nil || !isClass(own.Scope) {
		return false
	}
	params := parameters(args)
	return len(params) > 0 && len(args.Args)+len(args.Posonlyargs) > 0 && f.mod.Scope.Defs[params[0]] == sym
}

// untypedRead is told that untyped code reads an attribute: any method of that
// name may be called.
func (f *function) untypedRead(name string) {
	if !f.untypedReads[name] {
		f.untypedReads[name] = true
		f.grown()
	}
}

// untypedStore is told that untyped code sets an attribute: any static class
// that has it may be meant.
func (f *function) untypedStore(name string) {
	f.untypedStores[name] = true
	for _, info := range f.classes {
		if c := info.fields[name]; c != nil && f.escaped[info.def] {
			f.join(c, types.Any)
		}
		if c := info.attrs[name]; c != nil && (f.escaped[info.def] || info.facts.Valued) {
			f.demote(info.def, "untyped code sets its attributes")
		}
	}
}

// expose is told that the runtime looks at a value by its class, as print does,
// but keeps nothing of it.
func (s *solver) expose(t types.Type) {
	switch t := known(t).(type) {
	case *types.Instance:
		if !s.exposed[t.Class] {
			s.exposed[t.Class] = true
			s.grown()
		}
	case *types.List:
		s.expose(t.Elem)
	case *types.Set:
		s.expose(t.Elem)
	case *types.Dict:
		s.expose(t.Key)
		s.expose(t.Value)
	case *types.Tuple:
		for _, e := range t.Elems {
			s.expose(e)
		}
	case *types.Optional:
		s.expose(t.Elem)
	case *types.Sequence:
		s.expose(t.Elem)
	}
}

// looked are the special methods that the runtime calls of objects that it only
// looks at: to show, compare, hash, test or enter them.
var looked = map[string]bool{
	"__repr__": true, "__str__": true, "__format__": true, "__eq__": true, "__ne__": true, "__hash__": true,
	"__lt__": true, "__le__": true, "__gt__": true, "__ge__": true, "__bool__": true, "__len__": true,
	"__enter__": true, "__exit__": true, "__aenter__": true, "__aexit__": true,
}

// exposeMembers makes what untyped code can reach of exposed instances take
// and give any value: the special methods, and of those that escape the methods
// whose names it uses, and the values of their attributes.
func (a *analysis) exposeMembers() {
	for def := range a.escaped {
		if !a.exposed[def] {
			a.exposed[def] = true
			a.grown()
		}
	}
	for def, info := range a.classes {
		if info.facts.Valued {
			info.each(func(c *classInfo) {
				if !a.escaped[c.def] {
					a.escaped[c.def] = true
					a.grown()
				}
			})
		}
		if !a.exposed[def] {
			continue
		}
		info.each(func(c *classInfo) {
			a.exposed[c.def] = true
			if a.escaped[def] {
				a.escaped[c.def] = true
			}
		})
		if info.base != nil && !a.exposed[info.base.def] {
			// Its methods are those of its base.
			a.exposed[info.base.def] = true
			a.grown()
		}
		if info.base != nil && a.escaped[def] && !a.escaped[info.base.def] {
			a.escaped[info.base.def] = true
			a.grown()
		}
		for name, n := range info.methods {
			facts := a.facts.Funcs[n]
			if name == "__init__" && !info.facts.Valued || name == "__post_init__" {
				continue
			}
			if (looked[name] || a.escaped[def] && a.reachable(name)) && !facts.Value {
				facts.Value = true
				a.grown()
			}
		}
		for name, n := range info.setters {
			facts := a.facts.Funcs[n]
			if a.escaped[def] && (a.untypedStores[name] || a.untypedStores["*"]) && !facts.Value {
				facts.Value = true
				a.grown()
			}
		}
		if !a.escaped[def] {
			continue
		}
		for name, c := range info.fields {
			if a.untypedStores[name] || a.untypedStores["*"] {
				a.join(c, types.Any)
			}
			if a.reachable(name) {
				a.escape(c)
			}
		}
		for name, c := range info.attrs {
			if a.reachable(name) {
				a.escape(c)
				if info.stored[name] {
					a.demote(def, "untyped code reads a class attribute that is assigned: "+name)
				}
			}
		}
	}
}

// demoteExposed gives up on classes to whose instances untyped code may add
// attributes.
func (a *analysis) demoteExposed() {
	for def, info := range a.classes {
		if a.copies && a.escaped[def] && (info.base != nil || len(info.derived) > 0 || !info.exception) {
			a.demote(def, "its instances may be copied")
		}
		for name := range a.untypedStores {
			if a.escaped[def] && info.field(name) == nil && info.setter(name) == nil && !info.exception && (name == "*" || !info.refuses() && (info.method(name) != nil || info.attr(name) != nil || !info.opens())) {
				a.demote(def, "untyped code sets attributes that it does not have")
			}
		}
	}
}

// exposeCompared exposes the instances in containers whose classes define how
// they are compared or hashed.
func (a *analysis) exposeCompared() {
	var visit func(t types.Type)
	visit = func(t types.Type) {
		if tuple, ok := strip(known(t)).(*types.Tuple); ok {
			for _, e := range tuple.Elems {
				visit(e)
			}
		}
		if i, ok := strip(known(t)).(*types.Instance); ok {
			a.classes[i.Class].root().each(func(info *classInfo) {
				if info.dataclass || info.definesSpecial() {
					a.expose(i)
				}
			})
		}
	}
	for _, t := range a.made {
		switch t := t.(type) {
		case *types.List:
			visit(t.Elem)
		case *types.Set:
			visit(t.Elem)
		case *types.Dict:
			visit(t.Key)
			visit(t.Value)
		case *types.Library:
			for _, arg := range t.Args {
				visit(arg)
			}
		}
	}
}

func (info *classInfo) definesSpecial() bool {
	for name := range info.methods {
		if special(name) && name != "__init__" && name != "__post_init__" {
			return true
		}
	}
	return false
}
