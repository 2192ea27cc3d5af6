package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

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
	real := func(t types.Type, isInt bool, bits int) bool { return t == types.Float || isInt && bits < wide }
	if real(x, xInt, xi.bits) && real(y, yInt, yi.bits) {
		switch op {
		case ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod:
			return types.Float
		}
		return types.Any
	}
	switch {
	case x == types.Str && y == types.Str && op == ast.Add, x == types.Bytes && y == types.Bytes && op == ast.Add:
		return x
	case x == types.Str && yInt && yi.bits < wide && op == ast.Mult:
		return types.Str
	}
	f.escape(x)
	f.escape(y)
	return types.Any
}

// integerResult bounds the result of an operation on ints of x and y bits.
func integerResult(op ast.Operator, x, y int) types.Type {
	fit := func(bits int) types.Type { return integer{min(wide, bits)} }
	if x >= wide || y >= wide {
		if op == ast.Div {
			return types.Any
		}
		if op == ast.Pow {
			return types.Any
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
		return fit(max(x, y))
	case ast.Div:
		return types.Float
	}
	// Powers and shifts grow too fast to bound, and a negative exponent gives a float.
	return types.Any
}
