package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// binary is the type of an operation as an expression: a constant operand
// bounds some results better than its size does.
func (f *function) binary(e *ast.BinOp) types.Type {
	x, y := f.expr(e.Left), f.expr(e.Right)
	xi, xInt := known(x).(integer)
	yi, yInt := known(y).(integer)
	if xInt && yInt {
		n, isConstant := index(e.Right)
		m, isMask := index(e.Left)
		switch {
		case e.Op == ast.Pow && isConstant && n >= 0:
			return integer{boundedProduct(xi.bits, max(n, 1))}
		case e.Op == ast.LShift && isConstant && n >= 0:
			return integer{min(wide, xi.bits+min(n, wide))}
		case e.Op == ast.BitAnd && isConstant && n >= 0:
			return yi
		case e.Op == ast.BitAnd && isMask && m >= 0:
			return xi
		case f.sums && (e.Op == ast.Add || e.Op == ast.Sub):
			if before, ok := f.facts.exprs[e].(integer); ok && before != integerResult(e.Op, xi.bits, yi.bits) {
				return sumInCycle(xi.bits, yi.bits)
			}
		}
	}
	return f.arithmetic(e.Op, x, y)
}

// sumInCycle bounds a sum that is one of its own operands in the end.
func sumInCycle(x, y int) types.Type {
	small, large := min(x, y), max(x, y)
	if small > maxStep || large > maxSum {
		return integer{wide}
	}
	return integer{max(large, min(small+32, maxSum))}
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
		return integerResult(op, xi.bits, yi.bits)
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
		return types.Str
	}
	if t := f.listArithmetic(op, x, y, yInt && yi.bits < wide); t != nil {
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

// integerResult bounds the result of an operation on ints of x and y bits.
func integerResult(op ast.Operator, x, y int) types.Type {
	fit := func(bits int) types.Type { return integer{min(wide, bits)} }
	if op == ast.Mod && y < wide {
		return fit(y)
	}
	if x >= wide || y >= wide {
		switch op {
		case ast.Div, ast.Pow, ast.MatMult:
			return types.Any
		case ast.RShift:
			return fit(x)
		}
		return integer{wide}
	}
	switch op {
	case ast.Add, ast.Sub:
		return fit(max(x, y) + 1)
	case ast.Mult:
		return fit(x + y)
	case ast.FloorDiv:
		return fit(x + 1)
	case ast.Mod:
		return fit(y)
	case ast.BitAnd, ast.BitOr, ast.BitXor:
		// -3 & -2 is -4: one bit more, and Go's int has it.
		return fit(max(x, y, min(63, max(x, y)+1)))
	case ast.RShift:
		return fit(x)
	case ast.LShift:
		return integer{wide}
	case ast.Div:
		return types.Float
	}
	// A power with a negative exponent is a float.
	return types.Any
}
