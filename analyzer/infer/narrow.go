package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// assume notes what a test tells about places when it is true (holds) or false.
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
	case *ast.Name, *ast.Attribute:
		if holds {
			f.narrowTo(e, f.testedAt(e), present)
		}
	case *ast.NamedExpr:
		if holds {
			f.narrowTo(e.Target, f.testedAt(e), present)
		}
	case *ast.Compare:
		f.assumeComparison(e, holds)
	case *ast.Call:
		f.assumeInstance(e, holds)
	}
}

// present is the type of a value of type t that is not None. Where only None has
// come so far, nothing is known to come yet.
func present(t types.Type) types.Type {
	if t == types.None {
		return types.Never
	}
	return strip(t)
}

func (f *function) assumeComparison(e *ast.Compare, holds bool) {
	if len(e.Ops) != 1 {
		return
	}
	c, ok := e.Comparators[0].(*ast.Constant)
	if !ok || c.Value != nil {
		f.assumeOrder(e.Left, e.Ops[0], e.Comparators[0], holds)
		return
	}
	of := e.Left
	if w, isWalrus := of.(*ast.NamedExpr); isWalrus {
		of = w.Target
	}
	if (e.Ops[0] == ast.IsNot) == holds && (e.Ops[0] == ast.Is || e.Ops[0] == ast.IsNot) {
		f.narrowTo(of, f.testedAt(e), present)
	}
}

// assumeOrder bounds ints by a comparison: 0 <= x < n, and x * x <= n.
func (f *function) assumeOrder(left ast.Expr, op ast.CmpOp, right ast.Expr, holds bool) {
	less := false
	switch op {
	case ast.Lt, ast.LtE:
		less = true
	case ast.Gt, ast.GtE:
	default:
		return
	}
	if less != holds {
		left, right = right, left // left <= right now
	}
	if known(f.facts.exprs[right]) == types.Never || known(f.facts.exprs[left]) == types.Never {
		// Nothing is known to come here yet.
		ast.Inspect(left, func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok {
				if _, isInt := known(f.load(name)).(integer); isInt {
					f.boundInt(name, types.Never)
				}
			}
			return true
		})
		return
	}
	x, ok := known(f.facts.exprs[left]).(integer)
	y, isInt := known(f.facts.exprs[right]).(integer)
	if !ok || !isInt {
		return
	}
	if square, ok := left.(*ast.BinOp); ok && square.Op == ast.Mult && y.bits < wide {
		a, isName := square.Left.(*ast.Name)
		b, isSame := square.Right.(*ast.Name)
		if isName && isSame && a.Id == b.Id {
			if i, ok := known(f.load(a)).(integer); ok {
				f.boundInt(a, integer{min(i.bits, y.bits/2+1), i.nonneg})
			}
		}
		return
	}
	if name, ok := left.(*ast.Name); ok && x.nonneg {
		f.boundInt(name, integer{min(x.bits, y.bits), true})
	}
	if name, ok := right.(*ast.Name); ok && x.nonneg {
		f.boundInt(name, integer{y.bits, true})
	}
}

// boundInt notes the bounds of a variable that nothing else can assign meanwhile.
func (f *function) boundInt(name *ast.Name, bound types.Type) {
	if p, ok := f.placeOf(name); ok {
		f.know(p, bound)
	}
}

// assumeInstance narrows by isinstance(x, str): only classes whose instances
// have one Go type can tell anything (a bool is an int, a subclass of str is a str).
func (f *function) assumeInstance(e *ast.Call, holds bool) {
	fn, ok := e.Func.(*ast.Name)
	if !ok || fn.Id != "isinstance" || !f.isBuiltin(fn) || len(e.Args) != 2 || !holds {
		return
	}
	if info := f.classOf(e.Args[1]); info != nil {
		f.narrowToClass(e.Args[0], f.testedAt(e), info.def)
	}
}

// narrowToClass notes that a place holds an instance of a static class.
func (f *function) narrowToClass(e ast.Expr, at int, class *ast.ClassDef) {
	f.narrowTo(e, at, func(t types.Type) types.Type {
		switch i := strip(t).(type) {
		case *types.Instance:
			switch {
			case f.derives(i.Class, class):
				return i
			case f.derives(class, i.Class):
				return f.instance(class)
			}
			return types.Never
		case types.Kind:
			if i == types.Any {
				return f.instance(class)
			}
			if isBuiltinValue(i) && !f.mixed[class] {
				return types.Never // until other values come: these derive from no static class
			}
		case integer:
			if !f.mixed[class] {
				return types.Never
			}
		}
		return t
	})
}

// isBuiltinValue reports whether the values of a type are of a builtin class.
func isBuiltinValue(t types.Kind) bool {
	switch t {
	case types.None, types.Bool, types.Int, types.BigInt, types.Float, types.Complex, types.Str, types.Bytes:
		return true
	}
	return false
}

// narrowTo changes what is known of a place, as a test told that was made at a time.
func (f *function) narrowTo(e ast.Expr, at int, change func(types.Type) types.Type) {
	p, ok := f.placeOf(e)
	if !ok {
		return
	}
	before := known(f.facts.exprs[e])
	if name, isName := e.(*ast.Name); isName {
		before = f.load(name)
	}
	if before == nil {
		return
	}
	if t := change(before); !same(t, before) {
		f.knew(p, t, at)
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
