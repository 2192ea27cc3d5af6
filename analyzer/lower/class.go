package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// classBody is set on the function that lowers a class body.
type classBody struct {
	node   *ast.ClassDef
	ns     *ir.Var // the *py.Namespace that the body fills
	cell   *ir.Var // __class__: the variable that holds the class
	global bool    // the class stands at the top of a module
}

func (f *function) classFacts(c *ast.ClassDef) *infer.Class {
	if facts := f.program.facts.Classes[c]; facts != nil {
		return facts
	}
	return &infer.Class{}
}

// classDef lowers a class statement: a Go struct if the class is static, else a
// class made at run time, as Python does.
func (f *function) classDef(n *ast.ClassDef) {
	if s := f.program.structs[n]; s != nil && s.enum != nil {
		f.takes(n, "class", "a Go type with constants", "")
		f.staticEnum(n)
		return
	}
	if f.program.structs[n] != nil {
		f.takes(n, "class", "a Go struct", "")
		f.staticClass(n)
		return
	}
	f.takes(n, "class", "a class made at run time", f.classFacts(n).Why)
	f.refuseLoopInternals(n)
	f.dynamicClass(n)
}

// refuseLoopInternals reports methods of an event loop that asyncio would not call.
func (f *function) refuseLoopInternals(n *ast.ClassDef) {
	if !infer.IsLoop(n) {
		return
	}
	for _, s := range n.Body {
		if d := f.program.definition(s); d.args != nil && api.LoopInternal(d.name) {
			f.unsupported(s, "a method "+d.name+" of an event loop of the program", "asyncio calls it itself; give it another name and call that")
		}
	}
}

func (f *function) dynamicClass(n *ast.ClassDef) {
	sym := f.Scope.Defs[n]
	global := f.outer == nil && f.class == nil
	var decorators []value
	for _, d := range n.DecoratorList {
		decorators = append(decorators, f.stable("decorator", f.expr(d)))
	}
	bases := ir.Expr(&ir.Lit{})
	if hasStar(n.Bases) {
		bases = f.starArgs(n.Bases)
	} else if len(n.Bases) > 0 {
		lit := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
		for _, v := range f.operands(n.Bases...) {
			lit.Elems = append(lit.Elems, ir.Element{Value: f.boxed(v)})
		}
		bases = lit
	}
	if len(n.TypeParams) > 0 {
		bases = f.genericBases(n, bases)
	}
	kw := ir.Expr(&ir.Lit{})
	if len(n.Keywords) > 0 {
		var exprs []ast.Expr
		for _, k := range n.Keywords {
			exprs = append(exprs, k.Value)
		}
		kw = f.keywords(n.Keywords, f.operands(exprs...), str("builtins.__build_class__()"))
	}
	cell := f.temp(n.Name, types.Any)
	direct := len(n.DecoratorList) == 0 && sym != nil && sym.Assigned == 1 && f.namespace(sym) == nil
	if direct {
		cell = f.variable(sym)
	} else if global {
		cell.Hint = n.Name + "_class"
		cell.Global = true
		f.global(cell)
	}
	if !direct && !global {
		f.emit(&ir.Declare{Var: cell})
	}
	inner := &function{
		module: f.module, outer: f, node: n, scope: f.Scope.Scopes[n], qualname: f.qualify(n.Name),
		class: &classBody{node: n, ns: &ir.Var{Hint: "ns", Type: pointerTo(pyPath, "Namespace")}, cell: cell, global: global},
	}
	lit := &ir.FuncLit{Params: []*ir.Var{inner.class.ns}}
	lit.Body = inner.declareLocals(inner.within(func() { inner.classStatements(n) }), lit.Params)
	class := pyCall("NewClass", str(n.Name), bases, kw, lit)
	f.assign(&ir.Ref{Var: cell}, class)
	if direct {
		return
	}
	v := ir.Expr(&ir.Ref{Var: cell})
	for i := len(decorators) - 1; i >= 0; i-- {
		v = pyCall("Call", f.boxed(decorators[i]), v)
	}
	f.bind(sym, value{v, types.Any})
}

func (f *function) classStatements(n *ast.ClassDef) {
	if f.Name != "__main__" {
		f.emit(&ir.Do{X: method(&ir.Ref{Var: f.class.ns}, "Set", str("__module__"), str(f.Name))})
	}
	if f.qualname != n.Name {
		f.emit(&ir.Do{X: method(&ir.Ref{Var: f.class.ns}, "Set", str("__qualname__"), str(f.qualname))})
	}
	if doc, ok := docstringOf(n.Body); ok && f.program.uses.Has(api.Docstrings) {
		f.emit(&ir.Do{X: method(&ir.Ref{Var: f.class.ns}, "Set", str("__doc__"), str(doc))})
	}
	if len(n.TypeParams) > 0 {
		params := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Tuple"}}
		for _, p := range n.TypeParams {
			params.Elems = append(params.Elems, ir.Element{Value: &ir.Ref{Var: f.variable(f.Scope.Defs[p])}})
		}
		f.emit(&ir.Do{X: method(&ir.Ref{Var: f.class.ns}, "Set", str("__type_params__"), params)})
	}
	f.statements(withoutDocstring(n.Body))
}

// annotation is the value of an annotation.
func (f *function) annotation(e ast.Expr) ir.Expr {
	if f.future {
		if text, ok := annotationText(e); ok {
			return str(text)
		}
		return str(f.File.Slice(e.Span()))
	}
	return f.boxed(f.expr(e))
}

// genericBases adds typing.Generic to the bases of a class with type parameters (PEP 695).
func (f *function) genericBases(n *ast.ClassDef, bases ir.Expr) ir.Expr {
	generic := f.libraryName("typing", "Generic")
	var params []ir.Expr
	for _, p := range n.TypeParams {
		f.typeParam(p)
		v := ir.Expr(&ir.Ref{Var: f.variable(f.Scope.Defs[p])})
		if _, ok := p.(*ast.TypeVarTuple); ok {
			v = pyCall("GetItem", f.libraryName("typing", "Unpack").Expr, v)
		}
		params = append(params, v)
	}
	index := params[0]
	if len(params) > 1 {
		tuple := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Tuple"}}
		for _, p := range params {
			tuple.Elems = append(tuple.Elems, ir.Element{Value: p})
		}
		index = tuple
	}
	v := pyCall("GetItem", generic.Expr, index)
	lit, ok := bases.(*ir.Composite)
	if !ok {
		lit = &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
	}
	lit.Elems = append(lit.Elems, ir.Element{Value: v})
	return lit
}

// typingPath is the package of the type variables.
const typingPath = runtimePath + "pystd/typing"

// typeParam makes the type variable of a type parameter.
func (f *function) typeParam(p ast.TypeParam) {
	v := f.variable(f.Scope.Defs[p])
	call := &ir.Call{}
	switch p := p.(type) {
	case *ast.TypeVar:
		_, constrained := p.Bound.(*ast.Tuple)
		call.Fun = &ir.Qual{Pkg: typingPath, Name: "TypeParam"}
		call.Args = []ir.Expr{str(p.Name), &ir.Lit{Value: constrained}, f.later(p.Bound), f.later(p.DefaultValue)}
	case *ast.ParamSpec:
		call.Fun = &ir.Qual{Pkg: typingPath, Name: "ParamSpecParam"}
		call.Args = []ir.Expr{str(p.Name), f.later(p.DefaultValue)}
	case *ast.TypeVarTuple:
		call.Fun = &ir.Qual{Pkg: typingPath, Name: "TypeVarTupleParam"}
		call.Args = []ir.Expr{str(p.Name), f.later(p.DefaultValue)}
	}
	f.emit(&ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: v}}, Values: []ir.Expr{call}, Boxes: true})
}

// later is a function that evaluates e, nil without e.
func (f *function) later(e ast.Expr) ir.Expr {
	if e == nil {
		return &ir.Lit{}
	}
	return &ir.FuncLit{Results: []*ir.Var{{Type: ir.Any}}, Body: f.within(func() {
		f.emit(&ir.Return{Values: []ir.Expr{f.boxed(f.expr(e))}})
	})}
}

// typeAlias lowers type X = ...
func (f *function) typeAlias(s *ast.TypeAlias) {
	params := ir.Expr(&ir.Lit{})
	if len(s.TypeParams) > 0 {
		lit := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
		for _, p := range s.TypeParams {
			f.typeParam(p)
			lit.Elems = append(lit.Elems, ir.Element{Value: &ir.Ref{Var: f.variable(f.Scope.Defs[p])}})
		}
		params = lit
	}
	name := s.Name.(*ast.Name)
	alias := &ir.Call{
		Fun:  &ir.Qual{Pkg: typingPath, Name: "NewTypeAlias"},
		Args: []ir.Expr{str(name.Id), str(f.Name), params, f.later(s.Value)},
	}
	f.bind(f.Scope.Uses[name], value{alias, types.Any})
}

func (f *function) definesMethod(c *ast.ClassDef, name string) bool {
	for _, s := range c.Body {
		switch s := s.(type) {
		case *ast.FunctionDef:
			if s.Name == name {
				return true
			}
		case *ast.AsyncFunctionDef:
			if s.Name == name {
				return true
			}
		}
	}
	return false
}
