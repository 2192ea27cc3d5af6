package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// cond lowers a test to a Go bool.
func (f *function) cond(e ast.Expr) ir.Expr {
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			return not(f.cond(e.Operand))
		}
	case *ast.BoolOp:
		return f.condChain(e.Op, e.Values)
	case *ast.NamedExpr:
		return f.truth(f.namedExpr(e))
	case *ast.Constant:
		if b, ok := e.Value.(bool); ok {
			return &ir.Lit{Value: b}
		}
	}
	return f.truth(f.expr(e))
}

// truth is the truth value of v.
func (f *function) truth(v value) ir.Expr {
	switch t := v.typ.(type) {
	case types.Kind:
		switch t {
		case types.Bool:
			return v.Expr
		case types.Int, types.Float:
			return &ir.Binary{Op: "!=", X: v.Expr, Y: num(0)}
		case types.Str, types.Bytes:
			return &ir.Binary{Op: "!=", X: v.Expr, Y: str("")}
		case types.None:
			f.effect(v)
			return &ir.Lit{Value: false}
		}
	case *types.List, *types.Dict, *types.Set:
		return &ir.Binary{Op: ">", X: method(v.Expr, "Len"), Y: num(0)}
	case *types.Library:
		if api.SequenceElement(t) != nil {
			return &ir.Binary{Op: ">", X: method(v.Expr, "Len"), Y: num(0)}
		}
	case *types.Tuple:
		f.effect(v)
		return &ir.Lit{Value: len(t.Elems) > 0}
	case *types.Optional:
		isSet := &ir.Binary{Op: "!=", X: v.Expr, Y: &ir.Lit{}}
		switch {
		case f.alwaysTrue(t.Elem) && isPointer(t.Elem):
			return isSet
		case isContainer(t.Elem) && isRef(v.Expr):
			return &ir.Binary{Op: "&&", X: isSet, Y: f.truth(value{v.Expr, t.Elem})}
		}
	}
	return pyCall("Truth", f.boxed(v))
}

// isRef reports whether x is a variable, which can be read twice.
func isRef(x ir.Expr) bool {
	_, ok := x.(*ir.Ref)
	return ok
}

// isContainer reports whether t is a list, dict or set, of which Go holds a
// pointer.
func isContainer(t types.Type) bool {
	switch t.(type) {
	case *types.List, *types.Dict, *types.Set:
		return true
	}
	return false
}

// alwaysTrue reports whether every value of type t is true.
func (f *function) alwaysTrue(t types.Type) bool {
	switch t := t.(type) {
	case *types.Instance:
		defines := false
		for def, facts := range f.program.facts.Classes {
			if facts.Static && (f.program.facts.Derives(def, t.Class) || f.program.facts.Derives(t.Class, def)) {
				defines = defines || f.definesMethod(def, "__bool__") || f.definesMethod(def, "__len__")
			}
		}
		return !defines
	case *types.Coroutine, *types.Exception:
		return true
	case *types.Library:
		return len(t.Name) > len("asyncio.") && t.Name[:len("asyncio.")] == "asyncio."
	}
	return false
}

// condChain lowers and, or in a test.
func (f *function) condChain(op ast.BoolOperator, exprs []ast.Expr) ir.Expr {
	x := f.cond(exprs[0])
	for _, e := range exprs[1:] {
		var y ir.Expr
		pre := f.within(func() { y = f.cond(e) })
		if len(pre) == 0 {
			x = &ir.Binary{Op: goLogic(op), X: x, Y: y}
			continue
		}
		// The operand needs statements: they may run only if it is reached.
		result := &ir.Var{Hint: "ok", Type: ir.Bool}
		f.emit(&ir.Let{Vars: []*ir.Var{result}, Values: []ir.Expr{x}})
		reach := ir.Expr(&ir.Ref{Var: result})
		if op == ast.Or {
			reach = not(reach)
		}
		then := append(pre, &ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: result}}, Values: []ir.Expr{y}})
		f.emit(&ir.If{Cond: reach, Then: then})
		x = &ir.Ref{Var: result}
	}
	return x
}

func goLogic(op ast.BoolOperator) string {
	if op == ast.And {
		return "&&"
	}
	return "||"
}

// boolOp lowers and, or to the value of the operand that decides.
func (f *function) boolOp(e *ast.BoolOp) value {
	if f.allBool(e.Values) {
		return value{f.condChain(e.Op, e.Values), types.Bool}
	}
	t := f.typeOf(e)
	result := f.temp("value", t)
	f.emit(&ir.Declare{Var: result})
	f.boolOperands(e.Op, e.Values, result, t)
	return value{&ir.Ref{Var: result}, t}
}

// boolOperands gives result the first of the operands that decides.
func (f *function) boolOperands(op ast.BoolOperator, operands []ast.Expr, result *ir.Var, t types.Type) {
	v := f.exprFor(operands[0], t)
	rest := operands[1:]
	if len(rest) == 0 {
		f.assign(&ir.Ref{Var: result}, f.to(t, v))
		return
	}
	decided := value{&ir.Ref{Var: result}, t}
	others := func() []ir.Stmt { return f.within(func() { f.boolOperands(op, rest, result, t) }) }
	if o, ok := v.typ.(*types.Optional); ok && types.Equal(o.Elem, t) {
		if f.isAny(o) {
			// Only a value that is not None can be stored.
			operand := f.temp("operand", o)
			f.emit(&ir.Let{Vars: []*ir.Var{operand}, Values: []ir.Expr{f.typed(v)}})
			v = value{&ir.Ref{Var: operand}, o}
			f.emit(&ir.If{
				Cond: f.truth(v),
				Then: f.within(func() { f.assign(&ir.Ref{Var: result}, f.to(t, v)) }),
				Else: others(),
			})
			return
		}
		decided.typ = o // None is stored as a nil pointer
	}
	f.assign(&ir.Ref{Var: result}, f.to(t, v))
	reach := f.truth(decided)
	if op == ast.Or {
		reach = not(reach)
	}
	f.emit(&ir.If{Cond: reach, Then: others()})
}

func (f *function) allBool(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if f.typeOf(e) != types.Bool {
			return false
		}
	}
	return true
}

// conditional lowers x if test else y.
func (f *function) conditional(e *ast.IfExp, t types.Type) value {
	if t == nil || t == types.None || t == types.Never {
		t = types.Any
	}
	result := f.temp("value", t)
	cond := f.cond(e.Test)
	f.emit(&ir.Declare{Var: result})
	arm := func(e ast.Expr) []ir.Stmt {
		return f.within(func() { f.assign(&ir.Ref{Var: result}, f.to(t, f.exprFor(e, t))) })
	}
	f.emit(&ir.If{Cond: cond, Then: arm(e.Body), Else: arm(e.Orelse)})
	return value{&ir.Ref{Var: result}, t}
}
