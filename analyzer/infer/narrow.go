package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// assume notes what a test tells about local variables when it is true (holds)
// or false.
func (f *function) assume(test ast.Expr, holds bool) {
	switch e := test.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			f.assume(e.Operand, !holds)
		}
	case *ast.BoolOp:
		if (e.Op == ast.And) == holds {
			for _, v := range e.Values {
				f.assume(v, holds)
			}
		}
	case *ast.Name:
		if holds {
			f.narrowTo(e, func(t types.Type) types.Type { return strip(t) })
		}
	case *ast.NamedExpr:
		if name, ok := e.Target.(*ast.Name); ok && holds {
			f.narrowTo(name, func(t types.Type) types.Type { return strip(t) })
		}
	case *ast.Compare:
		f.assumeComparison(e, holds)
	case *ast.Call:
		f.assumeInstance(e, holds)
	}
}

func (f *function) assumeComparison(e *ast.Compare, holds bool) {
	if len(e.Ops) != 1 {
		return
	}
	c, ok := e.Comparators[0].(*ast.Constant)
	if !ok || c.Value != nil {
		return
	}
	name, ok := e.Left.(*ast.Name)
	if w, isWalrus := e.Left.(*ast.NamedExpr); isWalrus {
		name, ok = w.Target.(*ast.Name)
	}
	if ok && (e.Ops[0] == ast.IsNot) == holds && (e.Ops[0] == ast.Is || e.Ops[0] == ast.IsNot) {
		f.narrowTo(name, func(t types.Type) types.Type { return strip(t) })
	}
}

// assumeInstance narrows by isinstance(x, str): only classes whose instances
// have one Go type can tell anything (a bool is an int, a subclass of str is a str).
func (f *function) assumeInstance(e *ast.Call, holds bool) {
	fn, ok := e.Func.(*ast.Name)
	if !ok || fn.Id != "isinstance" || !f.isBuiltin(fn) || len(e.Args) != 2 || !holds {
		return
	}
	name, ok := e.Args[0].(*ast.Name)
	if !ok {
		return
	}
	if info := f.classOf(e.Args[1]); info != nil {
		f.narrowTo(name, func(t types.Type) types.Type {
			if t == types.Any {
				return &types.Instance{Class: info.def}
			}
			return t
		})
	}
}

// narrowTo changes what is known of a variable that nothing else can assign meanwhile.
func (f *function) narrowTo(name *ast.Name, change func(types.Type) types.Type) {
	sym := f.mod.Scope.Uses[name]
	if sym == nil || !f.narrows(sym) {
		return
	}
	if t := change(f.load(name)); !same(t, f.load(name)) {
		f.narrow[sym] = t
	}
}

// narrows reports whether tests of a variable hold until this code assigns it:
// it is a local that no closure can assign.
func (f *function) narrows(sym *scope.Symbol) bool {
	if sym.Scope == nil || sym.Kind != scope.Local {
		return false
	}
	return !sym.Captured || sym.Assigned <= 1
}
