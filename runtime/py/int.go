package py

import (
	"math"
	"math/big"
	"math/bits"
)

// An int of Python is an int of Go where it fits and a *big.Int where it does
// not, and only there: every operation below returns its result normalised, so
// that two equal ints always have the same dynamic type.

// NormInt returns the value of i in the form a Python int has in an any: an int
// when it fits, i itself otherwise.
func NormInt(i *big.Int) any {
	if i.IsInt64() {
		return int(i.Int64())
	}
	return i
}

// BigInt returns the value of a Python int (an int, a *big.Int or a bool) as a
// *big.Int that must not be changed. Any other value is a TypeError.
func BigInt(a any) *big.Int {
	switch a := a.(type) {
	case int:
		return big.NewInt(int64(a))
	case *big.Int:
		return a
	}
	if i, ok := intOf(a); ok {
		return BigInt(i)
	}
	raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(a))
	return nil
}

// intOf returns the int that v is: an int, a *big.Int, a bool as 0 or 1, or
// the payload of an instance of a class derived from int.
func intOf(v any) (any, bool) {
	switch v := v.(type) {
	case int, *big.Int:
		return v, true
	case bool:
		return boolInt(v), true
	case *Object:
		if v.Native != nil {
			return intOf(v.Native)
		}
	}
	return nil, false
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// AddInt is a + b, exact: it grows into a *big.Int.
func AddInt(a, b int) any {
	c := a + b
	if (a^c)&(b^c) < 0 {
		return new(big.Int).Add(big.NewInt(int64(a)), big.NewInt(int64(b)))
	}
	return c
}

// SubInt is a - b, exact: it grows into a *big.Int.
func SubInt(a, b int) any {
	c := a - b
	if (a^b)&(a^c) < 0 {
		return new(big.Int).Sub(big.NewInt(int64(a)), big.NewInt(int64(b)))
	}
	return c
}

// MulInt is a * b, exact: it grows into a *big.Int.
func MulInt(a, b int) any {
	if c, ok := mulInt(a, b); ok {
		return c
	}
	return new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(int64(b)))
}

// mulInt multiplies and reports whether the product fits an int.
func mulInt(a, b int) (int, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	c := a * b
	if c/b != a || (a == -1 && b == math.MinInt) || (b == -1 && a == math.MinInt) {
		return 0, false
	}
	return c, true
}

// FloorDivInt is a // b, rounded down. It raises ZeroDivisionError. The one
// quotient that does not fit an int, the smallest int by -1, is an
// OverflowError: where it can occur, use FloorDiv.
func FloorDivInt(a, b int) int {
	if b == 0 {
		raisef(NewZeroDivisionError, "integer division or modulo by zero")
	}
	if b == -1 && a == math.MinInt {
		raisef(NewOverflowError, "int too large to convert to Go int")
	}
	q := a / b
	if (a%b != 0) && ((a < 0) != (b < 0)) {
		q--
	}
	return q
}

// ModInt is a % b with the sign of b. It raises ZeroDivisionError.
func ModInt(a, b int) int {
	if b == 0 {
		raisef(NewZeroDivisionError, "integer modulo by zero")
	}
	if b == -1 {
		return 0
	}
	m := a % b
	if m != 0 && ((m < 0) != (b < 0)) {
		m += b
	}
	return m
}

// TrueDivInt is a / b, correctly rounded. It raises ZeroDivisionError.
func TrueDivInt(a, b int) float64 {
	const exact = 1 << 53
	if b != 0 && -exact <= a && a <= exact && -exact <= b && b <= exact {
		return float64(a) / float64(b)
	}
	return intTrueDiv(a, b)
}

// PowInt is a ** b: an int, or a float when b is negative. It raises
// ZeroDivisionError for zero to a negative power.
func PowInt(a, b int) any {
	return intPow(a, b)
}

// LShiftInt is a << b, exact. It raises ValueError for a negative count.
func LShiftInt(a, b int) any {
	return intLsh(a, b)
}

// RShiftInt is a >> b. It raises ValueError for a negative count.
func RShiftInt(a, b int) int {
	if b < 0 {
		raisef(NewValueError, "negative shift count")
	}
	if b >= bits.UintSize {
		b = bits.UintSize - 1
	}
	return a >> b
}

// AbsInt is abs(a), exact.
func AbsInt(a int) any {
	if a < 0 {
		return SubInt(0, a)
	}
	return a
}

func smallInts(a, b any) (x, y int, ok bool) {
	x, okX := a.(int)
	y, okY := b.(int)
	return x, y, okX && okY
}

func intAdd(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return AddInt(x, y)
	}
	return NormInt(new(big.Int).Add(BigInt(a), BigInt(b)))
}

func intSub(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return SubInt(x, y)
	}
	return NormInt(new(big.Int).Sub(BigInt(a), BigInt(b)))
}

func intMul(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return MulInt(x, y)
	}
	return NormInt(new(big.Int).Mul(BigInt(a), BigInt(b)))
}

func intFloorDiv(a, b any) any {
	if x, y, ok := smallInts(a, b); ok && (y != -1 || x != math.MinInt) {
		return FloorDivInt(x, y)
	}
	q, _ := bigDivMod(BigInt(a), BigInt(b), "integer division or modulo by zero")
	return NormInt(q)
}

func intMod(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return ModInt(x, y)
	}
	_, m := bigDivMod(BigInt(a), BigInt(b), "integer modulo by zero")
	return NormInt(m)
}

func intDivMod(a, b any) (quotient, remainder any) {
	if x, y, ok := smallInts(a, b); ok && (y != -1 || x != math.MinInt) {
		return FloorDivInt(x, y), ModInt(x, y)
	}
	q, m := bigDivMod(BigInt(a), BigInt(b), "integer division or modulo by zero")
	return NormInt(q), NormInt(m)
}

// bigDivMod divides rounding down.
func bigDivMod(a, b *big.Int, zero string) (q, m *big.Int) {
	if b.Sign() == 0 {
		raisef(NewZeroDivisionError, "%s", zero)
	}
	q, m = new(big.Int).QuoRem(a, b, new(big.Int))
	if m.Sign() != 0 && (m.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		m.Add(m, b)
	}
	return q, m
}

func intTrueDiv(a, b any) float64 {
	x, y := BigInt(a), BigInt(b)
	if y.Sign() == 0 {
		raisef(NewZeroDivisionError, "division by zero")
	}
	if x.Sign() == 0 {
		if y.Sign() < 0 {
			return math.Copysign(0, -1)
		}
		return 0
	}
	f, _ := new(big.Rat).SetFrac(x, y).Float64()
	if math.IsInf(f, 0) {
		raisef(NewOverflowError, "integer division result too large for a float")
	}
	return f
}

// intToFloat is float(a), rounded to nearest even.
func intToFloat(a any) float64 {
	if i, ok := a.(int); ok {
		return float64(i)
	}
	f, _ := new(big.Float).SetInt(BigInt(a)).Float64()
	if math.IsInf(f, 0) {
		raisef(NewOverflowError, "int too large to convert to float")
	}
	return f
}

func intPow(a, b any) any {
	if intSign(b) < 0 {
		return floatPow(intToFloat(a), intToFloat(b))
	}
	x, y, ok := smallInts(a, b)
	if ok {
		if p, ok := powSmall(x, y); ok {
			return p
		}
	}
	if base, ok := a.(int); ok && (base == 0 || base == 1 || base == -1) {
		if base == -1 && BigInt(b).Bit(0) == 0 {
			return 1
		}
		return base
	}
	if _, ok := b.(int); !ok {
		raisef(NewMemoryError, "")
	}
	return NormInt(new(big.Int).Exp(BigInt(a), BigInt(b), nil))
}

// powSmall raises by squaring and reports whether everything fitted an int.
func powSmall(base, exp int) (int, bool) {
	result := 1
	for {
		if exp&1 == 1 {
			var ok bool
			if result, ok = mulInt(result, base); !ok {
				return 0, false
			}
		}
		exp >>= 1
		if exp == 0 {
			return result, true
		}
		var ok bool
		if base, ok = mulInt(base, base); !ok {
			return 0, false
		}
	}
}

// intPowMod is pow(a, b, m).
func intPowMod(a, b, m any) any {
	x, y, n := BigInt(a), BigInt(b), BigInt(m)
	if n.Sign() == 0 {
		raisef(NewValueError, "pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(n)
	if y.Sign() < 0 {
		x = new(big.Int).ModInverse(new(big.Int).Mod(x, abs), abs)
		if x == nil {
			if abs.Cmp(big.NewInt(1)) != 0 {
				raisef(NewValueError, "base is not invertible for the given modulus")
			}
			x = new(big.Int)
		}
		y = new(big.Int).Neg(y)
	}
	r := new(big.Int).Exp(new(big.Int).Mod(x, abs), y, abs)
	if abs.Cmp(big.NewInt(1)) == 0 {
		r.SetInt64(0)
	}
	if n.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, n)
	}
	return NormInt(r)
}

func intLsh(a, b any) any {
	if intSign(b) < 0 {
		raisef(NewValueError, "negative shift count")
	}
	if intSign(a) == 0 {
		return 0
	}
	n, ok := b.(int)
	if !ok || n > math.MaxInt32*8 {
		raisef(NewOverflowError, "too many digits in integer")
	}
	if x, ok := a.(int); ok && n < bits.UintSize {
		if c := x << n; c>>n == x {
			return c
		}
	}
	return NormInt(new(big.Int).Lsh(BigInt(a), uint(n)))
}

func intRsh(a, b any) any {
	if intSign(b) < 0 {
		raisef(NewValueError, "negative shift count")
	}
	n, ok := b.(int)
	if !ok {
		n = math.MaxInt
	}
	if x, ok := a.(int); ok {
		return RShiftInt(x, n)
	}
	x := BigInt(a)
	if n > x.BitLen() {
		n = x.BitLen() + 1
	}
	return NormInt(new(big.Int).Rsh(x, uint(n)))
}

func intAnd(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return x & y
	}
	return NormInt(new(big.Int).And(BigInt(a), BigInt(b)))
}

func intOr(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return x | y
	}
	return NormInt(new(big.Int).Or(BigInt(a), BigInt(b)))
}

func intXor(a, b any) any {
	if x, y, ok := smallInts(a, b); ok {
		return x ^ y
	}
	return NormInt(new(big.Int).Xor(BigInt(a), BigInt(b)))
}

func intNeg(a any) any {
	if x, ok := a.(int); ok {
		return SubInt(0, x)
	}
	return NormInt(new(big.Int).Neg(BigInt(a)))
}

func intInvert(a any) any {
	if x, ok := a.(int); ok {
		return ^x
	}
	return NormInt(new(big.Int).Not(BigInt(a)))
}

func intAbs(a any) any {
	if intSign(a) < 0 {
		return intNeg(a)
	}
	return a
}

// intRoundTo is round(a, ndigits) for an int, to the even multiple at halves.
func intRoundTo(a any, ndigits any) any {
	if intSign(ndigits) >= 0 {
		return a
	}
	n, ok := ndigits.(int)
	if !ok || -n > intBitLength(a) {
		return 0
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-n)), nil)
	x := BigInt(a)
	q, m := bigDivMod(x, unit, "")
	twice := new(big.Int).Lsh(m, 1)
	if c := twice.Cmp(unit); c > 0 || (c == 0 && q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	return NormInt(q.Mul(q, unit))
}
