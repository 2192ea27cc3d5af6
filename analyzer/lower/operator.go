package lower

import (
	"math"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// operatorNames are the dynamic operations of runtime/py.
var operatorNames = map[ast.Operator]string{
	ast.Add: "Add", ast.Sub: "Sub", ast.Mult: "Mul", ast.MatMult: "MatMul", ast.Div: "TrueDiv", ast.Mod: "Mod",
	ast.Pow: "Pow", ast.LShift: "LShift", ast.RShift: "RShift", ast.BitOr: "BitOr", ast.BitXor: "BitXor",
	ast.BitAnd: "BitAnd", ast.FloorDiv: "FloorDiv",
}

func (f *function) binary(e *ast.BinOp) value {
	if v, ok := f.specialBinary(e); ok {
		return v
	}
	if text, args, ok := f.percentFormat(e); ok {
		return f.formatted(text, args)
	}
	v := f.settled(f.operands(e.Left, e.Right), e.Left, e.Right)
	if e.Op != ast.Mod || v[0].typ != types.Str { // what is formatted is the member
		v[0], v[1] = f.plainOperands(v[0], v[1])
	}
	if f.typeOf(e) == types.BigInt {
		// It may not fit an int, even if both operands do.
		return value{pyCall(operatorNames[e.Op], f.boxed(v[0]), f.boxed(v[1])), types.BigInt}
	}
	if f.typeOf(e) == types.Int && v[0].typ == types.Int && f.program.facts.NonNegative(e.Left) && isPositiveLiteral(v[1].Expr) {
		switch e.Op {
		case ast.Mod:
			return value{&ir.Binary{Op: "%", X: v[0].Expr, Y: v[1].Expr}, types.Int}
		case ast.FloorDiv:
			return value{&ir.Binary{Op: "/", X: v[0].Expr, Y: v[1].Expr}, types.Int}
		}
	}
	if e.Op == ast.Pow && v[0].typ == types.Float && f.typeOf(e) == types.Float {
		return f.known(value{pyCall("PowFloat", v[0].Expr, f.to(types.Float, v[1])), types.Any}, types.Float)
	}
	out := f.arithmetic(e.Op, v[0], v[1])
	if out.typ == types.Any {
		return f.as(out, f.typeOf(e))
	}
	return out
}

// settled gives the operands of an operator, of which dynamic operations have
// made some, the static types that they are known to have, if all have one.
func (f *function) settled(operands []value, exprs ...ast.Expr) []value {
	static := make([]value, len(operands))
	for i, v := range operands {
		if v.typ == types.Any {
			switch t := f.typeOf(exprs[i]); t {
			case types.Int, types.Float, types.Str, types.Bytes:
				v = f.as(v, t)
			}
		}
		if f.isAny(v.typ) {
			return operands
		}
		static[i] = v
	}
	return static
}

// as gives v, which is carried as any, the type t that its expression has.
func (f *function) as(v value, t types.Type) value {
	if t == nil || t == types.None || t == types.Never || f.isAny(t) {
		return value{v.Expr, f.anyKind(t)}
	}
	return value{f.to(t, v), t}
}

// anyKind is t where it is carried as any, else Any.
func (f *function) anyKind(t types.Type) types.Type {
	if f.isAny(t) && t != types.None && t != types.Never {
		return t
	}
	return types.Any
}

// arithmetic lowers x op y.
func (f *function) arithmetic(op ast.Operator, x, y value) value {
	if v, ok := f.staticArithmetic(op, x, y); ok {
		return v
	}
	return value{pyCall(operatorNames[op], f.boxed(x), f.boxed(y)), types.Any}
}

func (f *function) staticArithmetic(op ast.Operator, x, y value) (value, bool) {
	bin := func(op string, t types.Type) (value, bool) {
		return value{&ir.Binary{Op: op, X: f.to(t, x), Y: f.to(t, y)}, t}, true
	}
	switch {
	case x.typ == types.Int && y.typ == types.Int:
		switch op {
		case ast.Add:
			return bin("+", types.Int)
		case ast.Sub:
			return bin("-", types.Int)
		case ast.Mult:
			return bin("*", types.Int)
		case ast.BitAnd:
			return bin("&", types.Int)
		case ast.BitOr:
			return bin("|", types.Int)
		case ast.BitXor:
			return bin("^", types.Int)
		case ast.RShift:
			if isPositiveLiteral(y.Expr) {
				return bin(">>", types.Int)
			}
		case ast.LShift:
			if isPositiveLiteral(y.Expr) {
				return bin("<<", types.Int) // that it fits is proved where the type is Int
			}
		case ast.FloorDiv:
			return value{pyCall("FloorDivInt", x.Expr, y.Expr), types.Int}, true
		case ast.Mod:
			return value{pyCall("ModInt", x.Expr, y.Expr), types.Int}, true
		case ast.Div:
			return value{pyCall("TrueDivInt", x.Expr, y.Expr), types.Float}, true
		}
	case isList(x.typ) && types.Equal(x.typ, y.typ) && op == ast.Add:
		return value{method(x.Expr, "Concat", y.Expr), x.typ}, true
	case isList(x.typ) && y.typ == types.Int && op == ast.Mult:
		return value{method(x.Expr, "Repeat", y.Expr), x.typ}, true
	case (isReal(x.typ) || x.typ == types.Real) && (isReal(y.typ) || y.typ == types.Real):
		if x.typ != types.Float && y.typ != types.Float && op != ast.Div {
			return value{}, false
		}
		switch op {
		case ast.Add:
			return bin("+", types.Float)
		case ast.Sub:
			return bin("-", types.Float)
		case ast.Mult:
			return bin("*", types.Float)
		case ast.Div:
			if isNonzeroLiteral(y.Expr) {
				return bin("/", types.Float)
			}
			if x.typ != types.Float && y.typ != types.Float {
				// What is raised tells whether both are ints.
				return value{pyCall("TrueDivReal", x.Expr, y.Expr), types.Float}, true
			}
			return value{pyCall("TrueDivFloat", f.to(types.Float, x), f.to(types.Float, y)), types.Float}, true
		case ast.FloorDiv:
			return value{pyCall("FloorDivFloat", f.to(types.Float, x), f.to(types.Float, y)), types.Float}, true
		case ast.Mod:
			return value{pyCall("ModFloat", f.to(types.Float, x), f.to(types.Float, y)), types.Float}, true
		}
	case x.typ == types.Str && y.typ == types.Str && op == ast.Add:
		return bin("+", types.Str)
	case x.typ == types.Str && y.typ == types.Int && op == ast.Mult:
		return value{pyCall("StrRepeat", x.Expr, y.Expr), types.Str}, true
	case x.typ == types.Int && y.typ == types.Str && op == ast.Mult:
		return value{pyCall("StrRepeat", y.Expr, x.Expr), types.Str}, true
	case x.typ == types.Str && op == ast.Mod:
		f.shows(y.typ)
		return value{pyCall("PercentFormat", x.Expr, f.boxed(y)), types.Str}, true
	case x.typ == types.Bytes && y.typ == types.Bytes && op == ast.Add:
		return bin("+", types.Bytes)
	}
	return value{}, false
}

func isList(t types.Type) bool {
	_, ok := t.(*types.List)
	return ok
}

func isReal(t types.Type) bool { return t == types.Int || t == types.Float }

func isPositiveLiteral(e ir.Expr) bool {
	lit, ok := e.(*ir.Lit)
	if !ok {
		return false
	}
	n, isInt := lit.Value.(int)
	return isInt && n > 0
}

func isNonzeroLiteral(e ir.Expr) bool {
	lit, ok := e.(*ir.Lit)
	if !ok {
		return false
	}
	switch v := lit.Value.(type) {
	case int:
		return v != 0
	case float64:
		return v != 0
	}
	return false
}

func (f *function) unary(e *ast.UnaryOp) value {
	if e.Op == ast.Not {
		return value{not(f.cond(e.Operand)), types.Bool}
	}
	if v, ok := f.specialUnary(e); ok {
		return v
	}
	v := f.expr(e.Operand)
	if lit, ok := v.Expr.(*ir.Lit); ok && e.Op == ast.USub {
		switch n := lit.Value.(type) {
		case int:
			return value{&ir.Lit{Value: -n}, types.Int}
		case float64:
			if n != 0 {
				return value{&ir.Lit{Value: -n}, types.Float}
			}
		}
	}
	if isReal(v.typ) && !f.isAny(f.typeOf(e)) {
		switch e.Op {
		case ast.USub:
			if v.typ == types.Int {
				return value{&ir.Unary{Op: "-", X: v.Expr}, v.typ}
			}
			if _, ok := v.Expr.(*ir.Lit); !ok {
				return value{&ir.Unary{Op: "-", X: v.Expr}, v.typ}
			}
			// Go's constant -0.0 is 0.
			return value{&ir.Call{Fun: &ir.Qual{Pkg: "math", Name: "Copysign"}, Args: []ir.Expr{num(0), num(-1)}}, v.typ}
		case ast.UAdd:
			return v
		case ast.Invert:
			if v.typ == types.Int {
				return value{&ir.Unary{Op: "^", X: v.Expr}, types.Int}
			}
		}
	}
	name := map[ast.UnaryOperator]string{ast.USub: "Neg", ast.UAdd: "Pos", ast.Invert: "Invert"}[e.Op]
	return value{pyCall(name, f.boxed(v)), f.anyKind(f.typeOf(e))}
}

// compare lowers a comparison; a chain evaluates each operand once and stops at
// the first that is false.
func (f *function) compare(e *ast.Compare) value {
	if v, ok := f.specialCompare(e); ok {
		return v
	}
	if v, ok := f.membership(e); ok {
		return v
	}
	if len(e.Ops) == 1 {
		v := f.operands(e.Left, e.Comparators[0])
		if e.Ops[0] != ast.Is && e.Ops[0] != ast.IsNot {
			v = f.settled(v, e.Left, e.Comparators[0])
		}
		out := f.comparison(e.Ops[0], v[0], v[1])
		if out.typ == types.Any && f.typeOf(e) == types.Bool {
			return value{pyCall(comparisonNames[e.Ops[0]][1], f.boxed(v[0]), f.boxed(v[1])), types.Bool}
		}
		return out
	}
	left := f.stable("operand", f.expr(e.Left))
	var result ir.Expr
	for i, op := range e.Ops {
		var right value
		var c value
		pre := f.within(func() {
			right = f.expr(e.Comparators[i])
			if i < len(e.Ops)-1 {
				right = f.stable("operand", right)
			}
			c = f.comparison(op, left, right)
			c = value{f.truth(c), types.Bool}
		})
		if result == nil {
			*f.block = append(*f.block, pre...)
			result = c.Expr
		} else if len(pre) == 0 {
			result = &ir.Binary{Op: "&&", X: result, Y: c.Expr}
		} else {
			ok := &ir.Var{Hint: "ok", Type: ir.Bool}
			f.emit(&ir.Let{Vars: []*ir.Var{ok}, Values: []ir.Expr{result}})
			then := append(pre, &ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: ok}}, Values: []ir.Expr{c.Expr}})
			// Names that the rest of the chain needs are in this block, so the
			// rest is lowered inside it too.
			f.emit(&ir.If{Cond: &ir.Ref{Var: ok}, Then: append(then, f.chainRest(e, i+1, right, ok)...)})
			return value{&ir.Ref{Var: ok}, types.Bool}
		}
		left = right
	}
	return value{result, types.Bool}
}

// chainRest lowers the comparisons of a chain from the i-th on, into ok.
func (f *function) chainRest(e *ast.Compare, i int, left value, ok *ir.Var) []ir.Stmt {
	if i >= len(e.Ops) {
		return nil
	}
	return []ir.Stmt{&ir.If{Cond: &ir.Ref{Var: ok}, Then: f.within(func() {
		right := f.stable("operand", f.expr(e.Comparators[i]))
		f.assign(&ir.Ref{Var: ok}, f.truth(f.comparison(e.Ops[i], left, right)))
		*f.block = append(*f.block, f.chainRest(e, i+1, right, ok)...)
	})}}
}

var goComparisons = map[ast.CmpOp]string{
	ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}

var comparisonNames = map[ast.CmpOp][2]string{
	ast.Eq: {"Eq", "Equal"}, ast.NotEq: {"Ne", "NotEqual"}, ast.Lt: {"Lt", "Less"},
	ast.LtE: {"Le", "LessEqual"}, ast.Gt: {"Gt", "Greater"}, ast.GtE: {"Ge", "GreaterEqual"},
}

// comparison lowers x op y.
func (f *function) comparison(op ast.CmpOp, x, y value) value {
	if op != ast.Is && op != ast.IsNot && !(types.Equal(x.typ, y.typ) && (op == ast.Eq || op == ast.NotEq)) {
		x, y = f.plainOperands(x, y)
	}
	switch op {
	case ast.Is, ast.IsNot:
		v := f.identity(x, y)
		if op == ast.IsNot {
			v = not(v)
		}
		return value{v, types.Bool}
	case ast.In, ast.NotIn:
		v := f.contains(y, x)
		if op == ast.NotIn {
			v = not(v)
		}
		return value{v, types.Bool}
	}
	if isReal(x.typ) && isReal(y.typ) {
		if x.typ == y.typ {
			return value{&ir.Binary{Op: goComparisons[op], X: x.Expr, Y: y.Expr}, types.Bool}
		}
		if comparesLiteral(x, y) || comparesLiteral(y, x) {
			return value{&ir.Binary{Op: goComparisons[op], X: x.Expr, Y: y.Expr}, types.Bool}
		}
	}
	if isEnum(x.typ) && types.Equal(x.typ, y.typ) && (op == ast.Eq || op == ast.NotEq) {
		return value{&ir.Binary{Op: goComparisons[op], X: x.Expr, Y: y.Expr}, types.Bool}
	}
	if x.typ == y.typ && (x.typ == types.Str || x.typ == types.Bytes || x.typ == types.Bool && (op == ast.Eq || op == ast.NotEq)) {
		return value{&ir.Binary{Op: goComparisons[op], X: x.Expr, Y: y.Expr}, types.Bool}
	}
	if (op == ast.Eq || op == ast.NotEq) && types.Equal(x.typ, y.typ) && f.comparesAsStruct(x.typ) {
		return value{&ir.Binary{Op: goComparisons[op], X: x.Expr, Y: y.Expr}, types.Bool}
	}
	names := comparisonNames[op]
	if f.comparesToBool(x.typ) && f.comparesToBool(y.typ) {
		return value{pyCall(names[1], f.boxed(x), f.boxed(y)), types.Bool}
	}
	return value{pyCall(names[0], f.boxed(x), f.boxed(y)), types.Any}
}

// comparesLiteral reports whether x is a number that Go compares with y, of the
// other type, as Python does: one that both types have.
func comparesLiteral(x, y value) bool {
	lit, ok := x.Expr.(*ir.Lit)
	if _, both := y.Expr.(*ir.Lit); !ok || both {
		return false
	}
	switch v := lit.Value.(type) {
	case int:
		return y.typ == types.Float && -1<<53 <= v && v <= 1<<53
	case float64:
		return y.typ == types.Int && v == math.Trunc(v) && math.Abs(v) <= 1<<53
	}
	return false
}

// comparesToBool reports whether comparing values of type t always gives a bool.
func (f *function) comparesToBool(t types.Type) bool {
	switch t := t.(type) {
	case types.Kind:
		return t != types.Any && t != types.Function && t != types.Callable && t != types.Never
	case *types.Instance:
		return t.Enum
	case *types.Optional:
		return f.comparesToBool(t.Elem)
	}
	return true
}

// identity lowers x is y.
func (f *function) identity(x, y value) ir.Expr {
	if y.typ == types.None {
		if x.typ == types.None {
			return &ir.Lit{Value: true}
		}
		if _, isOptional := x.typ.(*types.Optional); isOptional || f.isAny(x.typ) || x.typ == types.Any {
			return &ir.Binary{Op: "==", X: x.Expr, Y: &ir.Lit{}}
		}
		f.effect(x)
		return &ir.Lit{Value: false}
	}
	if lit, ok := y.Expr.(*ir.Lit); ok && x.typ == types.Bool && y.typ == types.Bool {
		if lit.Value == true {
			return x.Expr
		}
		return not(x.Expr)
	}
	if isEnum(x.typ) && types.Equal(x.typ, y.typ) {
		return &ir.Binary{Op: "==", X: x.Expr, Y: y.Expr}
	}
	return pyCall("Is", f.boxed(x), f.boxed(y))
}
