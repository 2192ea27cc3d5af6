package lower

import (
	"regexp"
	"strconv"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// formatSpec is a format specification that may have the same meaning in Go.
//
// https://docs.python.org/3.13/library/string.html#formatspec
type formatSpec struct {
	align, sign, zero, width, precision, verb string
}

// plainSpec matches the format specifications without a fill character, an
// alternate form and grouping.
var plainSpec = regexp.MustCompile(`^([<>]?)([-+ ]?)(0?)([1-9][0-9]{0,3})?(?:\.([0-9]{1,3}))?([a-zA-Z%]?)$`)

func parseFormatSpec(spec string) (formatSpec, bool) {
	m := plainSpec.FindStringSubmatch(spec)
	if m == nil {
		return formatSpec{}, false
	}
	return formatSpec{align: m[1], sign: m[2], zero: m[3], width: m[4], precision: m[5], verb: m[6]}, true
}

// goVerb is Go's verb and argument for a replacement field with a format
// specification, where they mean the same.
func (s *formatSpec) goVerb(v value) (verb string, arg ir.Expr, ok bool) {
	switch v.typ {
	case types.Str:
		if s.sign+s.zero != "" || s.verb != "" && s.verb != "s" {
			return "", nil, false
		}
		verb = "%" + s.pad("<")
		if s.precision != "" {
			verb += "." + s.precision
		}
		return verb + "s", v.Expr, true
	case types.Int:
		if s.verb == "f" {
			return s.fixed(&ir.Convert{Type: ir.Float, X: v.Expr})
		}
		return s.whole(v.Expr)
	case types.Float:
		return s.fixed(v.Expr)
	}
	return "", nil, false
}

// whole is the verb for an int.
func (s *formatSpec) whole(n ir.Expr) (verb string, arg ir.Expr, ok bool) {
	letter := s.verb
	switch letter {
	case "":
		letter = "d"
	case "d", "x", "X", "o", "b":
	default:
		return "", nil, false
	}
	if s.precision != "" || s.zero != "" && s.align != "" || s.sign == " " && letter != "d" {
		return "", nil, false
	}
	sign := s.sign
	if sign == "-" {
		sign = ""
	}
	return "%" + sign + s.zero + s.pad(">") + letter, n, true
}

// fixed is the verb for a float with a number of digits. An infinity and NaN have
// other names in Go.
func (s *formatSpec) fixed(x ir.Expr) (verb string, arg ir.Expr, ok bool) {
	digits := 6
	if s.precision != "" {
		digits, _ = strconv.Atoi(s.precision)
	}
	switch {
	case s.sign+s.zero != "":
		return "", nil, false
	case s.verb == "f":
		return "%" + s.pad(">") + "s", pyCall("Fixed", x, num(digits)), true
	case s.verb == "%" && s.width == "":
		return "%s%%", pyCall("Fixed", &ir.Binary{Op: "*", X: x, Y: num(100)}, num(digits)), true
	}
	return "", nil, false
}

// pad is Go's flag and width for the alignment, of which Python has a default.
func (s *formatSpec) pad(align string) string {
	if s.align != "" {
		align = s.align
	}
	if align == "<" && s.width != "" {
		return "-" + s.width
	}
	return s.width
}
