package py

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py/elementary"
)

// Fixed is format(x, ".nf"): x with that many digits after the point.
func Fixed(x float64, digits int) string {
	switch {
	case math.IsNaN(x):
		return "nan"
	case math.IsInf(x, 0):
		return FormatFloat(x)
	}
	return strconv.FormatFloat(x, 'f', digits, 64)
}

// FormatFloat is repr(f): the shortest digits that read back as f, with an
// exponent below 1e-4 and from 1e16.
func FormatFloat(f float64) string {
	return floatRepr(f, true)
}

// AppendFloat appends repr(f) to a text.
func AppendFloat(text []byte, f float64) []byte {
	return appendFloatRepr(text, f, true)
}

// floatRepr is appendFloatRepr as a string.
func floatRepr(f float64, point bool) string {
	var room [32]byte
	return string(appendFloatRepr(room[:0], f, point))
}

// appendFloatRepr appends the shortest digits. With point, a whole number ends
// in ".0"; the parts of a complex number do without.
func appendFloatRepr(text []byte, f float64, point bool) []byte {
	if special, ok := floatSpecial(f); ok {
		return append(text, special...)
	}
	if abs := math.Abs(f); abs < 1e16 && (abs >= 1e-4 || abs == 0) {
		start := len(text)
		text = strconv.AppendFloat(text, f, 'f', -1, 64)
		if point && bytes.IndexByte(text[start:], '.') < 0 {
			text = append(text, ".0"...)
		}
		return text
	}
	return strconv.AppendFloat(text, f, 'e', -1, 64)
}

// floatSpecial gives the texts of nan and the infinities.
func floatSpecial(f float64) (string, bool) {
	switch {
	case math.IsNaN(f):
		return "nan", true
	case math.IsInf(f, 1):
		return "inf", true
	case math.IsInf(f, -1):
		return "-inf", true
	}
	return "", false
}

// ParseFloat is float(s). It raises ValueError with CPython's text.
func ParseFloat(s string) float64 {
	f, ok := parseFloat(s)
	if !ok {
		raisef(NewValueError, "could not convert string to float: %s", strRepr(s))
	}
	return f
}

// parseFloat parses the text of a float with surrounding space.
func parseFloat(s string) (float64, bool) {
	s = numberText(s)
	n := floatPrefix(s, true)
	if n == 0 || n != len(s) {
		return 0, false
	}
	return floatValue(s), true
}

// floatPrefix is the length of the longest float literal s begins with, 0 for
// none.
func floatPrefix(s string, underscores bool) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	lower := strings.ToLower(s[i:])
	for _, word := range []string{"infinity", "inf", "nan"} {
		if strings.HasPrefix(lower, word) {
			return i + len(word)
		}
	}
	digits := func() int {
		n := 0
		for i < len(s) {
			switch {
			case '0' <= s[i] && s[i] <= '9':
				n++
			case s[i] == '_' && underscores && n > 0 && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9':
			default:
				return n
			}
			i++
		}
		return n
	}
	n := digits()
	if i < len(s) && s[i] == '.' {
		i++
		n += digits()
	}
	if n == 0 {
		return 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		mark := i
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if digits() == 0 {
			i = mark
		}
	}
	return i
}

// floatValue converts a literal that floatPrefix has accepted; what is too
// large is an infinity, as in CPython.
func floatValue(s string) float64 {
	if strings.EqualFold(strings.TrimLeft(s, "+-"), "nan") {
		return math.Copysign(math.NaN(), signOf(s))
	}
	f, _ := strconv.ParseFloat(strings.ReplaceAll(strings.TrimPrefix(s, "+"), "_", ""), 64)
	return f
}

// FloorDivFloat is a // b. It raises ZeroDivisionError.
func FloorDivFloat(a, b float64) float64 {
	if b == 0 {
		raisef(NewZeroDivisionError, "float floor division by zero")
	}
	q, _ := floatDivMod(a, b)
	return q
}

// ModFloat is a % b, with the sign of b. It raises ZeroDivisionError.
func ModFloat(a, b float64) float64 {
	if b == 0 {
		raisef(NewZeroDivisionError, "float modulo by zero")
	}
	m := math.Mod(a, b)
	if m == 0 {
		return math.Copysign(0, b)
	}
	if (b < 0) != (m < 0) {
		m += b
	}
	return m
}

// TrueDivFloat is a / b. It raises ZeroDivisionError.
func TrueDivFloat(a, b float64) float64 {
	if b == 0 {
		raisef(NewZeroDivisionError, "float division by zero")
	}
	return a / b
}

// TrueDivReal is a / b for ints and floats. It raises ZeroDivisionError.
func TrueDivReal(a, b any) float64 { return TrueDiv(a, b).(float64) }

// floatDivMod is divmod of floats for a divisor that is not zero.
func floatDivMod(a, b float64) (quotient, remainder float64) {
	m := math.Mod(a, b)
	q := (a - m) / b
	if m == 0 {
		m = math.Copysign(0, b)
	} else if (b < 0) != (m < 0) {
		m += b
		q--
	}
	if q == 0 {
		return math.Copysign(0, a/b), m
	}
	floor := math.Floor(q)
	if q-floor > 0.5 {
		floor++
	}
	return floor, m
}

// PowFloat is a ** b: a float, or a complex for a negative number to a
// fractional power. It raises ZeroDivisionError and OverflowError.
func PowFloat(a, b float64) any {
	return floatPow(a, b)
}

func floatPow(a, b float64) any {
	switch {
	case b == 0 || a == 1:
		return 1.0
	case math.IsNaN(a) || math.IsNaN(b):
		return math.NaN()
	case math.IsInf(a, 0) || math.IsInf(b, 0):
		return math.Pow(a, b)
	case a == 0:
		if b < 0 {
			raisef(NewZeroDivisionError, "0.0 cannot be raised to a negative power")
		}
		return math.Pow(a, b)
	case a < 0 && b != math.Floor(b):
		return complexPow(complex(a, 0), complex(b, 0))
	}
	r := elementary.Pow(a, b)
	if math.IsInf(r, 0) {
		Raise(NewOverflowError(34, "Numerical result out of range"))
	}
	return r
}

// floatToInt is int(f), truncated.
func floatToInt(f float64) any {
	if math.IsNaN(f) {
		raisef(NewValueError, "cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		raisef(NewOverflowError, "cannot convert float infinity to integer")
	}
	f = math.Trunc(f)
	if -1<<63 <= f && f < 1<<63 {
		return int(f)
	}
	i, _ := big.NewFloat(f).Int(nil)
	return NormInt(i)
}

// RoundFloat is round(f), to the even int at halves. It raises ValueError for
// nan and OverflowError for an infinity.
func RoundFloat(f float64) any {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return floatToInt(f)
	}
	return floatToInt(math.RoundToEven(f))
}

// RoundFloatTo is round(f, ndigits): the float nearest to the decimal value
// rounded half to even of f's exact value.
func RoundFloatTo(f float64, ndigits int) float64 {
	switch {
	case f == 0 || math.IsNaN(f) || math.IsInf(f, 0) || ndigits > 323:
		return f
	case ndigits < -308:
		return math.Copysign(0, f)
	case ndigits >= 0:
		r, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'f', ndigits, 64), 64)
		return r
	}
	exact, _ := new(big.Float).SetInt(bigRound(f, -ndigits)).Float64()
	if math.IsInf(exact, 0) {
		raisef(NewOverflowError, "rounded value too large to represent")
	}
	if exact == 0 {
		return math.Copysign(0, f)
	}
	return exact
}

// bigRound rounds f to a multiple of 10**n, half to even.
func bigRound(f float64, n int) *big.Int {
	r, _ := new(big.Rat).SetString("1e" + strconv.Itoa(n))
	unit := r.Num()
	x := new(big.Rat).SetFloat64(f)
	x.Quo(x, r)
	q, m := bigDivMod(x.Num(), x.Denom(), "")
	if c := new(big.Int).Lsh(m, 1).Cmp(x.Denom()); c > 0 || (c == 0 && q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	return q.Mul(q, unit)
}

// floatIntegerRatio is float.as_integer_ratio().
func floatIntegerRatio(f float64) (num, den any) {
	if math.IsInf(f, 0) {
		raisef(NewOverflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		raisef(NewValueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return NormInt(new(big.Int).Set(r.Num())), NormInt(new(big.Int).Set(r.Denom()))
}

// floatOf returns the float that an operand of float arithmetic has: a float,
// or an int or bool converted.
func floatOf(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case *Object:
		if v.Native != nil {
			return floatOf(v.Native)
		}
		return 0, false
	}
	if i, ok := intOf(v); ok {
		return intToFloat(i), true
	}
	return 0, false
}
