package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// owned makes an expression's value what somebody owns, and drops what only the
// expression had.
func (f *function) owned(e ast.Expr, v value) value {
	o := f.program.owning()
	if _, isSequence := v.typ.(*sequence); isSequence || len(o.made) == 0 {
		return v
	}
	if held := o.made[e]; len(held) > 0 || o.marked[e] {
		args := []ir.Expr{f.typed(v)}
		for _, h := range held {
			if kept, ok := o.kept[h]; ok {
				args = append(args, kept.Expr)
			} else if name, ok := h.(*ast.Name); ok {
				args = append(args, f.name(name).Expr)
			}
		}
		v.Expr = pyCall("Owned", args...)
	}
	if o.named[e] {
		v = f.let("it", v)
		o.kept[e] = v
		f.program.fresh[v.Expr.(*ir.Ref).Var] = true
	}
	if done := f.drops(e); len(done) > 0 {
		if v.typ == types.None {
			f.effect(v)
			v = none
		} else {
			v = f.let("value", v)
		}
		f.emit(&ir.Do{X: pyCall("Drop", done...)})
	}
	return v
}

// drops are the iterators that nothing needs when a node has been evaluated.
func (f *function) drops(n ast.Node) []ir.Expr {
	o := f.program.owning()
	var out []ir.Expr
	for _, e := range o.done[n] {
		if kept, ok := o.kept[e]; ok {
			out = append(out, kept.Expr)
		}
	}
	return out
}

// own lowers the assignment of v to a variable that owns what it is assigned.
func (f *function) own(sym *scope.Symbol, v value) {
	o := f.program.owning()
	if o.shared[sym] && v.typ != types.None {
		v.Expr = pyCall("Hold", f.typed(v))
	}
	if f.program.assignedOnce(sym) {
		f.emit(f.setVariable(sym, v))
		if f.solelyOwns(sym) {
			f.program.owning().deferred[sym] = true
			f.emit(&ir.Defer{X: pyCall(releaser(sym.Scope), &ir.Ref{Var: f.variable(sym)})})
		}
		return
	}
	if first := sym.Bindings[0]; !o.bound[sym] && !f.program.inLoop[first] {
		f.emit(f.setVariable(sym, v))
	} else {
		if v.typ != types.None {
			v = f.let("it", v)
		}
		f.disown(sym)
		f.emit(f.setVariable(sym, v))
	}
	o.bound[sym] = true
}

// releaser is the function that drops what the variables of a scope hold at its end.
func releaser(s *scope.Scope) string {
	if s.Parent == nil {
		return "ReleaseAtExit"
	}
	return "Release"
}

// solelyOwns reports whether a variable is the only one of its scope that owns an
// iterator, and owns one only.
func (f *function) solelyOwns(sym *scope.Symbol) bool {
	if !f.program.assignedOnce(sym) || len(f.captures) > 0 {
		return false
	}
	for _, other := range sym.Scope.Order {
		if other != sym && f.program.owning().owners[other] {
			return false
		}
	}
	return !f.program.owning().deleted[sym]
}

// disown drops what a variable owns.
func (f *function) disown(sym *scope.Symbol) {
	f.emit(&ir.Do{X: pyCall("Release", &ir.Ref{Var: f.variable(sym)})})
}

// releaseAtEnd puts what drops the iterators of a function's variables before its
// body.
func (f *function) releaseAtEnd(body []ir.Stmt) []ir.Stmt {
	var owners []ir.Expr
	if f.scope != nil && len(f.program.owning().owners) > 0 {
		for _, sym := range f.scope.Order {
			if f.program.owning().owners[sym] && !f.program.owning().deferred[sym] && blockMentions(body, f.variable(sym)) {
				owners = append(owners, &ir.Ref{Var: f.variable(sym)})
			}
		}
	}
	if len(owners) == 0 {
		return body
	}
	do := &ir.Do{X: pyCall(releaser(f.scope), owners...)}
	return append([]ir.Stmt{&ir.Defer{X: &ir.Call{Fun: &ir.FuncLit{Body: []ir.Stmt{do}}}}}, body...)
}
