package fractions

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var (
	generalSpec = regexp.MustCompile(`(?s)\A(?:(.)?([<>=^]))?([-+ ])?(#)?(0|[1-9]\d*)?([,_])?\z`)
	floatSpec   = regexp.MustCompile(`(?s)\A(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)??(0|[1-9]\d*)?([,_])?(?:\.(\d+))?([eEfFgG%])\z`)
)

// format is format(f, spec).
func (f *Fraction) format(spec string) string {
	if spec == "" {
		return f.String()
	}
	if m := generalSpec.FindStringSubmatch(spec); m != nil {
		return f.formatGeneral(m)
	}
	if m := floatSpec.FindStringSubmatch(spec); m != nil {
		return f.formatFloat(m)
	}
	panic(exc.ValueError("Invalid format specifier %s for object of type 'Fraction'", py.Repr(spec)))
}

func signText(negative bool, sign string) string {
	switch {
	case negative:
		return "-"
	case sign == "-":
		return ""
	}
	return sign
}

// layout fills up to the width.
func layout(fill, align, head, body, width string) string {
	if fill == "" {
		fill = " "
	}
	w, _ := strconv.Atoi(width)
	n := max(0, w-len(head)-len(body))
	switch align {
	case "<":
		return head + body + strings.Repeat(fill, n)
	case "^":
		return strings.Repeat(fill, n/2) + head + body + strings.Repeat(fill, n-n/2)
	case "=":
		return head + strings.Repeat(fill, n) + body
	}
	return strings.Repeat(fill, n) + head + body
}

func group(digits, separator string) string {
	if separator == "" {
		return digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return digits
}

func (f *Fraction) formatGeneral(m []string) string {
	body := group(new(big.Int).Abs(f.rat.Num()).String(), m[6])
	if !f.rat.IsInt() || m[4] != "" {
		body += "/" + group(f.rat.Denom().String(), m[6])
	}
	return layout(m[1], m[2], signText(f.rat.Sign() < 0, m[3]), body, m[5])
}

// roundToExponent is the nearest multiple of ten to the power of exp, as its
// factor.
func roundToExponent(r *big.Rat, exp int) *big.Int {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil))
	if exp >= 0 {
		unit.Inv(unit)
	}
	return round(unit.Mul(unit, r))
}

// roundToFigures rounds to a number of digits.
func roundToFigures(r *big.Rat, figures int) (*big.Int, int) {
	if r.Sign() == 0 {
		return new(big.Int), 1 - figures
	}
	n, d := r.Num().String(), r.Denom().String()
	exp := len(n) - len(d)
	if d <= n {
		exp++
	}
	exp -= figures
	digits := roundToExponent(r, exp)
	if len(digits.String()) == figures+1 {
		digits.Quo(digits, big.NewInt(10))
		exp++
	}
	return digits, exp
}

func (f *Fraction) formatFloat(m []string) string {
	fill, align, kind, precision := m[1], m[2], m[10], 6
	if m[9] != "" {
		precision, _ = strconv.Atoi(m[9])
	}
	general := strings.ContainsAny(kind, "gG")
	magnitude := new(big.Rat).Abs(f.rat)
	var digits *big.Int
	var exp, point int
	scientific := false
	if strings.ContainsAny(kind, "fF%") {
		exp = -precision
		if kind == "%" {
			exp -= 2
		}
		digits = roundToExponent(magnitude, exp)
		point = precision
	} else {
		figures := precision + 1
		if general {
			figures = max(precision, 1)
		}
		digits, exp = roundToFigures(magnitude, figures)
		scientific = !general || exp > 0 || exp+figures <= -4
		point = -exp
		if scientific {
			point = figures - 1
		}
	}
	suffix := ""
	if kind == "%" {
		suffix = "%"
	} else if scientific {
		e := "e"
		if kind == "E" || kind == "G" {
			e = "E"
		}
		n := exp + point
		sign := "+"
		if n < 0 {
			sign, n = "-", -n
		}
		suffix = e + sign + strings.Repeat("0", max(0, 2-len(strconv.Itoa(n)))) + strconv.Itoa(n)
	}
	text := digits.String()
	text = strings.Repeat("0", max(0, point+1-len(text))) + text
	whole, fraction := text[:len(text)-point], text[len(text)-point:]
	if general && m[5] == "" {
		fraction = strings.TrimRight(fraction, "0")
	}
	if fraction != "" || m[5] != "" {
		fraction = "." + fraction
	}
	head := signText(f.rat.Sign() < 0 && !(m[4] != "" && digits.Sign() == 0), m[3])
	if m[6] != "" {
		width, _ := strconv.Atoi(m[7])
		least := width - len(head) - len(fraction) - len(suffix)
		if m[8] != "" {
			least = 3*least/4 + 1
		}
		whole = strings.Repeat("0", max(0, least-len(whole))) + whole
	}
	return layout(fill, align, head, group(whole, m[8])+fraction+suffix, m[7])
}
