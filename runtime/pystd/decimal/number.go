// Package decimal is Python's module decimal: decimal floating point with
// contexts, as the General Decimal Arithmetic Specification says.
// https://docs.python.org/3.13/library/decimal.html
package decimal

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type kind uint8

const (
	finite kind = iota
	infinite
	quiet
	signaling
)

// Decimal is a decimal.Decimal. It never changes after it is made. The
// diagnostic digits of a NaN are its coefficient.
type Decimal struct {
	kind kind
	neg  bool
	coef *big.Int
	exp  int
}

// PyClass is the class Decimal.
func (d *Decimal) PyClass() *py.Class { return decimalClass }

func (d *Decimal) isNaN() bool  { return d.kind >= quiet }
func (d *Decimal) isZero() bool { return d.kind == finite && d.coef.Sign() == 0 }

// digits is the number of digits of the coefficient, 1 for zero.
func (d *Decimal) digits() int { return digitCount(d.coef) }

// adjusted is the exponent of the first digit.
func (d *Decimal) adjusted() int { return d.exp + d.digits() - 1 }

func (d *Decimal) withSign(neg bool) *Decimal {
	return &Decimal{d.kind, neg, d.coef, d.exp}
}

func newFinite(neg bool, coef *big.Int, exp int) *Decimal {
	return &Decimal{finite, neg, coef, exp}
}

// fromBig is the Decimal of an integer times ten to the power of exp.
func fromBig(i *big.Int, exp int) *Decimal {
	return newFinite(i.Sign() < 0, new(big.Int).Abs(i), exp)
}

func infinity(neg bool) *Decimal { return &Decimal{infinite, neg, new(big.Int), 0} }

func notANumber() *Decimal { return &Decimal{quiet, false, new(big.Int), 0} }

// signed is the coefficient with its sign.
func (d *Decimal) signed() *big.Int {
	if d.neg {
		return new(big.Int).Neg(d.coef)
	}
	return d.coef
}

// pow10 is ten to the power of n, which must not be negative.
func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func shiftLeft(i *big.Int, n int) *big.Int {
	if n == 0 {
		return i
	}
	return new(big.Int).Mul(i, pow10(n))
}

func digitCount(i *big.Int) int {
	if i.IsUint64() {
		return len(strconv.FormatUint(i.Uint64(), 10))
	}
	return len(i.String())
}

// parse reads the numeric string that Decimal(text) and str(Decimal) share. It
// is false for any other text.
func parse(text string) (*Decimal, bool) {
	s := strings.ReplaceAll(py.StrStrip(text), "_", "")
	neg := strings.HasPrefix(s, "-")
	if neg || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	lower := strings.ToLower(s)
	if lower == "inf" || lower == "infinity" {
		return infinity(neg), true
	}
	for prefix, kind := range map[string]kind{"nan": quiet, "snan": signaling} {
		if rest, ok := strings.CutPrefix(lower, prefix); ok {
			digits, ok := asciiDigits(rest)
			if !ok {
				return nil, false
			}
			return &Decimal{kind, neg, bigFrom(digits), 0}, true
		}
	}
	mantissa, exponent, hasExponent := strings.Cut(lower, "e")
	exp := 0
	if hasExponent {
		digits, ok := asciiDigits(strings.TrimLeft(exponent, "+-"))
		if !ok || digits == "" || len(exponent) > len(strings.TrimLeft(exponent, "+-"))+1 {
			return nil, false
		}
		n, err := strconv.Atoi(digits)
		if err != nil {
			n = maxExponent * 2
		}
		if exponent[0] == '-' {
			n = -n
		}
		exp = n
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	w, ok1 := asciiDigits(whole)
	f, ok2 := asciiDigits(fraction)
	if !ok1 || !ok2 || w+f == "" {
		return nil, false
	}
	return newFinite(neg, bigFrom(w+f), exp-len(f)), true
}

// asciiDigits turns the decimal digits of any script to ASCII; false if there
// is another character.
func asciiDigits(s string) (string, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			if !py.StrIsDecimal(s) {
				return "", false
			}
			var b strings.Builder
			for c := range py.StrIter(s) {
				b.WriteString(py.Str(py.Int(c)))
			}
			return b.String(), true
		}
	}
	return s, true
}

func bigFrom(digits string) *big.Int {
	if digits == "" {
		return new(big.Int)
	}
	i, _ := new(big.Int).SetString(digits, 10)
	return i
}

// String is str(d).
func (d *Decimal) String() string { return d.text(false, true) }

// text is the scientific or the engineering notation.
func (d *Decimal) text(engineering, capitals bool) string {
	sign := ""
	if d.neg {
		sign = "-"
	}
	switch d.kind {
	case infinite:
		return sign + "Infinity"
	case quiet, signaling:
		name := "NaN"
		if d.kind == signaling {
			name = "sNaN"
		}
		if d.coef.Sign() != 0 {
			name += d.coef.String()
		}
		return sign + name
	}
	digits := d.coef.String()
	left := d.exp + len(digits)
	point := 1
	switch {
	case d.exp <= 0 && left > -6:
		point = left
	case engineering && d.isZero():
		point = floorMod(left+1, 3) - 1
	case engineering:
		point = floorMod(left-1, 3) + 1
	}
	var number string
	switch {
	case point <= 0:
		number = "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		number = digits + strings.Repeat("0", point-len(digits))
	default:
		number = digits[:point] + "." + digits[point:]
	}
	if left == point {
		return sign + number
	}
	e := "e"
	if capitals {
		e = "E"
	}
	exponent := strconv.Itoa(left - point)
	if left > point {
		exponent = "+" + exponent
	}
	return sign + number + e + exponent
}

func floorMod(a, b int) int { return ((a % b) + b) % b }
