package infer

import (
	"math/bits"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// binary is the type of an operation as an expression: a constant operand
// bounds some results better than its size does.
func (f *function) binary(e *ast.BinOp) types.Type {
	x, y := f.plainValue(f.expr(e.Left)), f.plainValue(f.expr(e.Right))
	xi, xInt := known(x).(integer)
	yi, yInt := known(y).(integer)
	if xInt && yInt {
		n, isConstant := index(e.Right)
		m, isMask := index(e.Left)
		switch {
		case e.Op == ast.Pow && isConstant && n >= 0:
			return integer{boundedProduct(xi.bits, max(n, 1)), xi.nonneg || n%2 == 0}
		case e.Op == ast.LShift && isConstant && n >= 0:
			return integer{min(wide, xi.bits+min(n, wide)), xi.nonneg}
		case e.Op == ast.RShift && isConstant && n >= 0 && xi.nonneg && xi.bits < wide:
			return integer{max(1, xi.bits-min(n, wide)), true}
		case e.Op == ast.BitAnd && isConstant && n >= 0:
			return integer{yi.bits, true}
		case e.Op == ast.BitAnd && isMask && m >= 0:
			return integer{xi.bits, true}
		case e.Op == ast.Mod && isConstant && n > 0:
			return integer{max(1, bits.Len64(uint64(n-1))), true}
		case e.Op == ast.FloorDiv && isConstant && n > 0 && xi.nonneg && xi.bits < wide:
			return integer{max(1, xi.bits-bits.Len64(uint64(n))+1), true}
		case f.sums && (e.Op == ast.Add || e.Op == ast.Sub):
			if before, ok := f.facts.exprs[e].(integer); ok && before != integerResult(e.Op, xi, yi) {
				return sumInCycle(e.Op, xi, yi)
			}
		}
	}
	if n, ok := index(e.Right); ok && n >= 0 && known(x) == types.Float && e.Op == ast.Pow {
		return types.Float
	}
	if e.Op == ast.Mult && (known(x) == types.Str && yInt || known(y) == types.Str && xInt) {
		return types.Str
	}
	if t, ok := f.special(e.Left, OperatorMethods[e.Op], e.Right); ok && y != types.Never {
		return t
	}
	return f.arithmetic(e.Op, x, y)
}

// sumInCycle bounds a sum that is one of its own operands in the end.
func sumInCycle(op ast.Operator, x, y integer) types.Type {
	small, large := min(x.bits, y.bits), max(x.bits, y.bits)
	if small > maxStep || large > maxSum {
		return integer{bits: wide}
	}
	return integer{max(large, min(small+32, maxSum)), op == ast.Add && x.nonneg && y.nonneg}
}

// A sum that starts below 62 bits and grows by less than 31 bits at a time
// would have to be added to 2^32 times to overflow Go's int.
const (
	maxSum  = 62
	maxStep = 31
)

func boundedProduct(a, b int) int {
	if b > wide || a*b > wide {
		return wide
	}
	return a * b
}

// arithmetic is the type of x op y.
func (f *function) arithmetic(op ast.Operator, x, y types.Type) types.Type {
	x, y = known(x), known(y)
	if x == types.Never || y == types.Never {
		return types.Never
	}
	xi, xInt := x.(integer)
	yi, yInt := y.(integer)
	if xInt && yInt {
		return integerResult(op, xi, yi)
	}
	real := func(t types.Type, isInt bool, bits int) bool {
		return t == types.Float || t == types.Real || isInt && bits < wide
	}
	if real(x, xInt, xi.bits) && real(y, yInt, yi.bits) {
		if x != types.Float && y != types.Float && op != ast.Div {
			return types.Any // 0 + 1 is an int
		}
		switch op {
		case ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod:
			return types.Float
		}
		return types.Any
	}
	switch {
	case x == types.Str && y == types.Str && op == ast.Add, x == types.Bytes && y == types.Bytes && op == ast.Add:
		return x
	case x == types.Str && yInt && yi.bits < wide && op == ast.Mult, y == types.Str && xInt && xi.bits < wide && op == ast.Mult:
		return types.Str
	case x == types.Str && op == ast.Mod:
		f.expose(y)
		if f.tupleFields(strip(y)) != nil {
			f.escape(y) // its items are the arguments
		}
		return types.Str
	}
	if t := f.listArithmetic(op, x, y, yInt && yi.bits < wide); t != nil {
		return t
	}
	if t, ok := f.operation(OperatorMethods[op], x, y); ok {
		return t
	}
	if t, ok := f.operation(reflected(OperatorMethods[op]), y, x); ok {
		return t
	}
	f.escape(x)
	f.escape(y)
	return types.Any
}

// listArithmetic is the type of list + list and list * n, or nil.
func (f *function) listArithmetic(op ast.Operator, x, y types.Type, yFits bool) types.Type {
	a, ok := x.(*types.List)
	if !ok {
		return nil
	}
	switch b := y.(type) {
	case *types.List:
		if op == ast.Add {
			f.unify(a.Elem, b.Elem)
			return a
		}
	case integer:
		if op == ast.Mult && yFits {
			return a
		}
	}
	return nil
}

// integerResult bounds the result of an operation on ints.
func integerResult(op ast.Operator, xi, yi integer) types.Type {
	x, y := xi.bits, yi.bits
	both := xi.nonneg && yi.nonneg
	fit := func(bits int, nonneg bool) types.Type { return integer{min(wide, bits), nonneg} }
	if op == ast.Mod && y < wide {
		return fit(y, yi.nonneg)
	}
	if x >= wide || y >= wide {
		switch op {
		case ast.Div, ast.Pow, ast.MatMult:
			return types.Any
		case ast.RShift:
			return fit(x, xi.nonneg)
		}
		return integer{bits: wide}
	}
	switch op {
	case ast.Add:
		return fit(max(x, y)+1, both)
	case ast.Sub:
		if both {
			return fit(max(x, y), false)
		}
		return fit(max(x, y)+1, false)
	case ast.Mult:
		return fit(x+y, both)
	case ast.FloorDiv:
		return fit(x, both)
	case ast.Mod:
		return fit(y, yi.nonneg)
	case ast.BitAnd, ast.BitOr, ast.BitXor:
		if both {
			return fit(max(x, y), true)
		}
		// -3 & -2 is -4: one bit more, and Go's int has it.
		return fit(max(x, y, min(63, max(x, y)+1)), op == ast.BitAnd && (xi.nonneg || yi.nonneg))
	case ast.RShift:
		return fit(x, xi.nonneg)
	case ast.LShift:
		return integer{bits: wide}
	case ast.Div:
		return types.Float
	}
	// A power with a negative exponent is a float.
	return types.Any
}
