package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// functionValue lowers a definition to a *py.Function. With named, its code is
// a Go function of its own rather than a literal.
func (f *function) functionValue(d *definition, named bool) ir.Expr {
	f.evaluateDefaults(d)
	qualname := f.qualify(d.name)
	inner := f.body(d, qualname)
	for _, p := range d.args.All() {
		f.variable(f.Scope.Defs[p]).Type = ir.Any
	}
	var lit *ir.FuncLit
	if d.facts.Generator {
		lit = inner.generatorLit(d, inner.params(d))
	} else {
		inner.result = types.Any
		inner.fails = d.facts.Async || d.facts.Fails && d.value == nil
		lit = &ir.FuncLit{}
		if inner.ctx != nil {
			lit.Params = append(lit.Params, inner.ctx)
		}
		lit.Params = append(lit.Params, inner.params(d)...)
		lit.Results = inner.results()
		body := inner.within(func() { inner.functionBody(d) })
		if d.facts.Async && inner.stops(d) {
			body = inner.endCoroutine(lit.Results, body)
		}
		lit.Body = inner.declareLocals(body, lit.Params)
	}
	lit.Origin = inner.source()
	if !named {
		return f.wrap(d, lit, qualname)
	}
	name := &ir.Func{Hint: strings.ToLower(f.class.node.Name[:1]) + f.class.node.Name[1:] + "_" + strings.Trim(d.name, "_")}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: f.meta(d.node), Doc: inner.docstring(d.body, ""), Name: name,
		Params: lit.Params, Results: lit.Results, Body: lit.Body, Origin: lit.Origin,
	})
	return f.wrap(d, &ir.FuncRef{Func: name}, qualname)
}

// wrap makes a *py.Function of Go code.
func (f *function) wrap(d *definition, fn ir.Expr, qualname string) ir.Expr {
	constructor := "Func"
	_, isLit := fn.(*ir.FuncLit)
	direct := isLit || f.class != nil
	switch {
	case d.facts.Generator && d.facts.Async && direct:
		constructor = "AsyncGenFunc"
	case d.facts.Generator && direct:
		constructor = "GenFunc"
	case d.facts.Async && !d.facts.Generator:
		constructor = "AsyncFunc"
	}
	defaults := []ir.Expr{}
	spec := specOf(d, qualname, func(e ast.Expr) { defaults = append(defaults, f.defaultValue(e)) })
	var v ir.Expr = &ir.Call{Fun: py(constructor), Args: append([]ir.Expr{str(spec), fn}, defaults...)}
	if d.facts.Generator && !direct && f.program.uses.Has(api.GeneratorKinds) {
		v = method(v, "Yields", &ir.Lit{Value: d.facts.Async})
	}
	if cells := f.cells(d); len(cells) > 0 {
		v = method(v, "Closes", cells...)
	}
	return f.described(v, d)
}

// described adds to a *py.Function what the program asks of functions: their
// docstrings, annotations and type parameters.
func (f *function) described(v ir.Expr, d *definition) ir.Expr {
	if doc, ok := docstringOf(d.body); ok && f.program.uses.Has(api.Docstrings) {
		v = method(v, "Doc", str(doc))
	}
	if f.program.uses.Has(api.Annotations) {
		if kw := f.annotations(d); len(kw.Elems) > 0 {
			v = method(v, "Annotate", kw)
		}
		if len(d.typeParams) > 0 {
			var params []ir.Expr
			for _, p := range d.typeParams {
				params = append(params, &ir.Ref{Var: f.variable(f.Scope.Defs[p])})
			}
			v = method(v, "TypeParams", params...)
		}
	}
	return v
}

// annotations lowers the annotations of a function to a py.Kwargs.
func (f *function) annotations(d *definition) *ir.Composite {
	kw := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Kwargs"}}
	add := func(name string, e ast.Expr) {
		if e != nil {
			kw.Elems = append(kw.Elems, ir.Element{Value: pair(name, f.annotation(e))})
		}
	}
	for _, p := range d.args.All() {
		add(p.Arg, p.Annotation)
	}
	switch n := d.node.(type) {
	case *ast.FunctionDef:
		add("return", n.Returns)
	case *ast.AsyncFunctionDef:
		add("return", n.Returns)
	}
	return kw
}

// pair is a py.Kw in a py.Kwargs.
func pair(name string, v ir.Expr) ir.Expr {
	return &ir.Composite{Elems: []ir.Element{{Name: "Name", Value: str(name)}, {Name: "Value", Value: v}}}
}

// specOf writes a function's header for py.Func. evaluated is called for every
// default that is not a literal.
func specOf(d *definition, qualname string, evaluated func(ast.Expr)) string {
	defaults := d.args.DefaultValues()
	var parts []string
	param := func(p *ast.Arg, prefix string) {
		s := prefix + p.Arg
		if e, ok := defaults[p]; ok {
			literal, isLiteral := literalText(e)
			if !isLiteral && evaluated != nil {
				evaluated(e)
			}
			s += "=" + literal
		}
		parts = append(parts, s)
	}
	a := d.args
	for _, p := range a.Posonlyargs {
		param(p, "")
	}
	if len(a.Posonlyargs) > 0 {
		parts = append(parts, "/")
	}
	for _, p := range a.Args {
		param(p, "")
	}
	if a.Vararg != nil {
		param(a.Vararg, "*")
	} else if len(a.Kwonlyargs) > 0 {
		parts = append(parts, "*")
	}
	for _, p := range a.Kwonlyargs {
		param(p, "")
	}
	if a.Kwarg != nil {
		param(a.Kwarg, "**")
	}
	return qualname + "(" + strings.Join(parts, ", ") + ")"
}

// literalText is how a spec writes a default that is a simple literal.
func literalText(e ast.Expr) (string, bool) {
	c, ok := e.(*ast.Constant)
	if !ok {
		return "", false
	}
	switch c.Value.(type) {
	case nil, bool, int64:
		return constantText(c)
	}
	return "", false
}

// evaluateDefaults gives each default that is not a constant a variable that
// is set where the def stands, as Python evaluates it once.
func (f *function) evaluateDefaults(d *definition) {
	for _, p := range d.args.All() {
		e, ok := d.args.DefaultValues()[p]
		if !ok || isConstant(e) {
			continue
		}
		t := f.varType(f.Scope.Defs[p])
		if !d.facts.Static {
			t = types.Any
		}
		if v := f.sharedConstant(e, f.goType(t)); v != nil {
			f.program.defaults[e] = v
			continue
		}
		v := &ir.Var{Hint: strings.Trim(d.name, "<>") + "_" + p.Arg, Type: f.goType(t), Global: f.outer == nil && f.class == nil}
		f.program.defaults[e] = v
		x := f.exprFor(e, t)
		if !v.Global {
			f.emit(&ir.Declare{Var: v, Value: f.to(t, x), Infer: !f.boxes(x, t)})
			continue
		}
		f.global(v)
		f.assign(&ir.Ref{Var: v}, f.to(t, x))
	}
}

// defaultValue is what a call passes for a parameter's default.
func (f *function) defaultValue(e ast.Expr) ir.Expr {
	if v := f.program.defaults[e]; v != nil {
		return &ir.Ref{Var: v}
	}
	return f.boxed(f.expr(e))
}

// isConstant reports whether an expression is a literal that Go can write anew at each call.
func isConstant(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.UnaryOp:
		c, ok := e.Operand.(*ast.Constant)
		if !ok || e.Op != ast.USub {
			return false
		}
		switch c.Value.(type) {
		case int64, float64:
			return true
		}
	}
	return false
}
