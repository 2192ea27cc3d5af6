package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A class is static, a Go struct, if the program treats it as nothing more: it
// is made at the top of the script, has no subclass, no class attributes and no
// special methods but __init__, all its attributes are set by __init__ (or are
// the fields of a dataclass), and it is used only to be called, in isinstance,
// in except clauses and in annotations. What is found to break this while types
// are inferred demotes the class, and inference begins anew.

// classInfo is what is known of a class that may be static.
type classInfo struct {
	def       *ast.ClassDef
	mod       *Module
	methods   map[string]ast.Node
	fields    map[string]*cell
	order     []Field
	dataclass bool
	exception bool
}

// collectClasses finds the classes of a module that may be static.
func (a *analysis) collectClasses(m *Module, demoted map[*ast.ClassDef]string) {
	uses := a.classUses(m)
	for _, s := range m.AST.Body {
		def, ok := s.(*ast.ClassDef)
		if !ok {
			continue
		}
		facts := &Class{}
		a.facts.Classes[def] = facts
		info := &classInfo{def: def, mod: m, methods: map[string]ast.Node{}, fields: map[string]*cell{}}
		facts.Why = demoted[def]
		if facts.Why == "" {
			facts.Why = a.classShape(info)
		}
		if sym := m.Scope.Defs[def]; facts.Why == "" && (sym.Assigned != 1 || uses[sym]) {
			facts.Why = "the class is used as a value"
		}
		if facts.Why == "" && m.Name != "__main__" {
			facts.Why = "the class is not in the script"
		}
		if facts.Why != "" {
			continue
		}
		facts.Static, facts.Exception, facts.Dataclass = true, info.exception, info.dataclass
		a.classes[def] = info
	}
}

// classUses tells which symbols of a module are used other than as a class that
// is called, tested for, caught or named in an annotation.
func (a *analysis) classUses(m *Module) map[*scope.Symbol]bool {
	allowed := map[*ast.Name]bool{}
	splits := map[*ast.ExceptHandler]bool{}
	allow := func(e ast.Expr) {
		if e == nil {
			return
		}
		if t, ok := e.(*ast.Tuple); ok {
			for _, x := range t.Elts {
				if name, ok := x.(*ast.Name); ok {
					allowed[name] = true
				}
			}
		}
		if name, ok := e.(*ast.Name); ok {
			allowed[name] = true
		}
	}
	annotation := func(e ast.Expr) {
		if e != nil {
			ast.Inspect(e, func(n ast.Node) bool {
				if name, ok := n.(*ast.Name); ok {
					allowed[name] = true
				}
				return true
			})
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if !hasStar(n) {
				allow(n.Func)
			}
			if name, ok := n.Func.(*ast.Name); ok && name.Id == "isinstance" && len(n.Args) == 2 {
				if _, isName := n.Args[1].(*ast.Name); isName {
					allow(n.Args[1])
				}
			}
		case *ast.TryStar:
			for _, h := range n.Handlers {
				splits[h] = true // it takes groups apart by the class as a value
			}
		case *ast.ExceptHandler:
			if _, isName := n.Type.(*ast.Name); isName && !splits[n] {
				allow(n.Type)
			}
		case *ast.Arg:
			annotation(n.Annotation)
		case *ast.AnnAssign:
			annotation(n.Annotation)
		case *ast.FunctionDef:
			annotation(n.Returns)
		case *ast.AsyncFunctionDef:
			annotation(n.Returns)
		}
		return true
	})
	used := map[*scope.Symbol]bool{}
	for name, sym := range m.Scope.Uses {
		if name.Ctx == ast.Load && !allowed[name] {
			used[sym] = true
		}
	}
	return used
}

// classShape fills info from the class statement; the result tells why the
// class cannot be static, "" if it can.
func (a *analysis) classShape(info *classInfo) string {
	def := info.def
	if len(def.Keywords) > 0 || len(def.TypeParams) > 0 {
		return "its header has keywords or type parameters"
	}
	for _, d := range def.DecoratorList {
		name, ok := d.(*ast.Name)
		if !ok || name.Id != "dataclass" || len(def.DecoratorList) > 1 {
			return "it is decorated"
		}
		info.dataclass = true
	}
	for _, b := range def.Bases {
		name, ok := b.(*ast.Name)
		if !ok || name.Id != "Exception" || len(def.Bases) > 1 || info.dataclass {
			return "it has a base class"
		}
		info.exception = true
	}
	for i, s := range def.Body {
		if why := a.classMember(info, s, i); why != "" {
			return why
		}
	}
	return a.classFields(info)
}

func (a *analysis) classMember(info *classInfo, s ast.Stmt, i int) string {
	switch s := s.(type) {
	case *ast.FunctionDef:
		return info.method(s, s.Name, s.Args, s.DecoratorList)
	case *ast.AsyncFunctionDef:
		return info.method(s, s.Name, s.Args, s.DecoratorList)
	case *ast.Pass:
		return ""
	case *ast.ExprStmt:
		if c, ok := s.Value.(*ast.Constant); ok && i == 0 {
			if _, isText := c.Value.(string); isText {
				return ""
			}
		}
	case *ast.AnnAssign:
		name, ok := s.Target.(*ast.Name)
		if ok && info.dataclass && !private(name.Id) && plainField(s.Value) {
			info.fields[name.Id] = newCell()
			info.order = append(info.order, Field{Name: name.Id, Decl: s})
			return ""
		}
	}
	return "it has class attributes"
}

func private(name string) bool { return len(name) > 1 && name[:2] == "__" }

// plainField reports whether a dataclass field has no default, a constant, or
// field(default_factory=list).
func plainField(e ast.Expr) bool {
	switch e := e.(type) {
	case nil:
		return true
	case *ast.Constant:
		return true
	case *ast.Call:
		name, ok := e.Func.(*ast.Name)
		if !ok || name.Id != "field" || len(e.Args) > 0 || len(e.Keywords) != 1 || e.Keywords[0].Arg != "default_factory" {
			return false
		}
		_, ok = FactoryOf(e)
		return ok
	}
	return false
}

// FactoryOf returns the name of the builtin container that field(default_factory=...) calls.
func FactoryOf(e *ast.Call) (string, bool) {
	factory, ok := e.Keywords[0].Value.(*ast.Name)
	if !ok {
		return "", false
	}
	return factory.Id, factory.Id == "list" || factory.Id == "dict" || factory.Id == "set"
}

func (info *classInfo) method(n ast.Node, name string, args *ast.Arguments, decorators []ast.Expr) string {
	if len(decorators) > 0 {
		return "it has decorated methods"
	}
	if private(name) && name != "__init__" || name == "__init__" && info.dataclass {
		return "it has special methods"
	}
	positional := append(append([]*ast.Arg{}, args.Posonlyargs...), args.Args...)
	if args.Vararg != nil || args.Kwarg != nil || len(positional) == 0 || positional[0].Arg != "self" {
		return "its methods take any arguments"
	}
	if info.methods[name] != nil {
		return "it defines a method twice"
	}
	info.methods[name] = n
	return ""
}

// classFields finds the attributes that __init__ always sets, and checks that
// the methods use no others.
func (a *analysis) classFields(info *classInfo) string {
	if init, ok := info.methods["__init__"].(*ast.FunctionDef); ok {
		body := init.Body
		for _, s := range body {
			info.initField(s)
		}
	}
	why := ""
	for _, n := range info.methods {
		ast.Inspect(n, func(n ast.Node) bool {
			attr, ok := n.(*ast.Attribute)
			if !ok {
				return true
			}
			self, ok := attr.Value.(*ast.Name)
			if ok && self.Id == "self" && info.fields[attr.Attr] == nil && info.methods[attr.Attr] == nil && !(info.exception && attr.Attr == "args") {
				why = "not all attributes are set by __init__"
			}
			return true
		})
	}
	for name := range info.methods {
		if info.fields[name] != nil {
			return "an attribute has the name of a method"
		}
		if name != "__init__" && a.attributeValues[name] {
			return "a method is used as a value"
		}
	}
	return why
}

func (info *classInfo) initField(s ast.Stmt) {
	add := func(target ast.Expr) {
		attr, ok := target.(*ast.Attribute)
		if !ok {
			return
		}
		if self, ok := attr.Value.(*ast.Name); !ok || self.Id != "self" || private(attr.Attr) || info.fields[attr.Attr] != nil {
			return
		}
		info.fields[attr.Attr] = newCell()
		info.order = append(info.order, Field{Name: attr.Attr, Decl: s})
	}
	switch s := s.(type) {
	case *ast.Assign:
		for _, t := range s.Targets {
			add(t)
		}
	case *ast.AnnAssign:
		if s.Value != nil {
			add(s.Target)
		}
	}
}

// collectAttributes notes the names of attributes that are read without being called.
func (a *analysis) collectAttributes(m *Module) {
	called := map[*ast.Attribute]bool{}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if attr, ok := n.Func.(*ast.Attribute); ok && !hasStar(n) {
				called[attr] = true
			}
		case *ast.Name:
			switch n.Id {
			case "setattr", "delattr", "vars":
				a.untypedStores["*"] = true
			}
		case *ast.Attribute:
			if n.Attr == "__dict__" || n.Attr == "__setattr__" || n.Attr == "__class__" {
				a.untypedStores["*"] = true
			}
			if !called[n] {
				a.attributeValues[n.Attr] = true
			}
		}
		return true
	})
}

// demote gives up on a class as static; inference begins anew.
func (a *analysis) demote(def *ast.ClassDef, why string) {
	if a.demoted[def] == "" {
		a.demoted[def] = why
	}
}

// staticMethods makes the methods of static classes static functions.
func (a *analysis) staticMethods() {
	for def, info := range a.classes {
		for name, n := range info.methods {
			f := a.facts.Funcs[n]
			f.Static, f.Value, f.Method = true, false, def
			self := info.mod.Scope.Defs[parameters(argumentsOf(n))[0]]
			a.variable(self).typ = &types.Instance{Class: def}
			if name == "__init__" && (f.Generator || f.Async) {
				a.demote(def, "__init__ is no plain function")
			}
		}
	}
}

// classOf returns the static class that a name means, if it means one.
func (f *function) classOf(e ast.Expr) *classInfo {
	name, ok := e.(*ast.Name)
	if !ok {
		return nil
	}
	sym := f.mod.Scope.Uses[name]
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	def, ok := sym.Bindings[0].(*ast.ClassDef)
	if !ok {
		return nil
	}
	return f.classes[def]
}

// construct interprets a call of a static class.
func (f *function) construct(e *ast.Call) (types.Type, bool) {
	info := f.classOf(e.Func)
	if info == nil {
		return nil, false
	}
	instance := &types.Instance{Class: info.def}
	switch {
	case info.dataclass:
		f.constructDataclass(info, e)
	case info.methods["__init__"] != nil:
		if f.callMethod(info, "__init__", e) == nil {
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
		f.join(info.fields[field.Name], t)
		set[field.Name] = true
	}
	if len(e.Args) > len(info.order) {
		f.demote(info.def, "a call of it has too many arguments")
		return
	}
	for i, arg := range e.Args {
		flow(info.order[i], arg)
	}
	for _, k := range e.Keywords {
		i := slices.IndexFunc(info.order, func(x Field) bool { return x.Name == k.Arg })
		if i < 0 || set[k.Arg] {
			f.demote(info.def, "a call of it has arguments that it does not take")
			return
		}
		flow(info.order[i], k.Value)
	}
	for _, field := range info.order {
		v := field.Decl.(*ast.AnnAssign).Value
		switch {
		case set[field.Name]:
		case v == nil:
			f.demote(info.def, "a call of it lacks an argument")
		default:
			f.join(info.fields[field.Name], f.fieldDefault(field, v))
		}
	}
}

// fieldDefault is the type of a dataclass field's default.
func (f *function) fieldDefault(field Field, v ast.Expr) types.Type {
	call, ok := v.(*ast.Call)
	if !ok {
		return f.expr(v)
	}
	var t types.Type
	switch factory, _ := FactoryOf(call); factory {
	case "list":
		t = f.madeList(call)
	case "dict":
		t = f.madeDict(call)
	default:
		t = f.madeSet(call)
	}
	f.declare(f.annotation(field.Decl.(*ast.AnnAssign).Annotation), t)
	f.facts.exprs[call] = t
	return t
}

// callMethod joins a call's arguments into the parameters of a method of a
// static class and returns the method, or nil if they do not fit.
func (f *function) callMethod(info *classInfo, name string, e *ast.Call) ast.Node {
	n := info.methods[name]
	if n == nil {
		return nil
	}
	args := argumentsOf(n)
	bound := &ast.Arguments{Args: args.Args, Posonlyargs: args.Posonlyargs, Kwonlyargs: args.Kwonlyargs, KwDefaults: args.KwDefaults, Defaults: args.Defaults}
	if len(bound.Posonlyargs) > 0 {
		bound.Posonlyargs = bound.Posonlyargs[1:]
	} else {
		bound.Args = bound.Args[1:]
	}
	if !f.bindStatic(e, bound, info.mod) {
		return nil
	}
	return n
}

// methodCall interprets o.name(...) on an instance of a static class.
func (f *function) methodCall(e *ast.Call, awaited bool) (types.Type, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return nil, false
	}
	if f.libraryModule(attr.Value) != "" {
		return nil, false
	}
	instance, ok := known(f.expr(attr.Value)).(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	n := f.callMethod(info, attr.Attr, e)
	if n == nil {
		f.demote(info.def, "a method that it does not have is called, or with other arguments")
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

// fieldOf returns the cell of an attribute of an instance of a static class.
func (f *function) fieldOf(e *ast.Attribute) (*cell, bool) {
	if f.libraryModule(e.Value) != "" {
		return nil, false
	}
	instance, ok := known(f.expr(e.Value)).(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	c := info.fields[e.Attr]
	if c == nil {
		f.demote(info.def, "it has no attribute "+e.Attr)
	}
	return c, true
}

// untypedStore is told that untyped code sets an attribute: any static class
// that has it may be meant.
func (f *function) untypedStore(name string) {
	f.untypedStores[name] = true
	for _, info := range f.classes {
		if c := info.fields[name]; c != nil {
			f.join(c, types.Any)
		}
	}
}

// expose is told that the runtime looks at a value by its class, as print does,
// but keeps nothing of it.
func (s *solver) expose(t types.Type) {
	switch t := known(t).(type) {
	case *types.Instance:
		s.escape(t)
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
	}
}

// demoteExposed gives up on dataclasses whose generated methods untyped code
// needs, and on classes to whose instances it may add attributes.
func (a *analysis) demoteExposed() {
	for def, info := range a.classes {
		for name := range a.untypedStores {
			if a.escaped[def] && info.fields[name] == nil && !info.exception {
				a.demote(def, "untyped code sets attributes that it does not have")
			}
		}
		if a.escaped[def] && info.dataclass {
			a.demote(def, "its instances are compared or printed")
		}
	}
}
