package py

import (
	"math"
	"strconv"
	"strings"
)

// formatIntSpec is format(i, spec) of an int.
func formatIntSpec(i any, spec, typeName string) string {
	if spec == "d" {
		return intRepr(i)
	}
	f := parseFormatSpec(spec, typeName, 0, '>')
	switch f.kind {
	case 0, 'd', 'n', 'b', 'o', 'x', 'X', 'c':
		return f.int(i)
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return f.float(intToFloat(i))
	}
	f.raiseUnknown(typeName)
	return ""
}

func (f *formatSpec) int(i any) string {
	if f.precision >= 0 {
		raisef(NewValueError, "Precision not allowed in integer format specifier")
	}
	if f.noNegZero {
		raisef(NewValueError, "Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.kind == 'c' {
		if f.sign != 0 {
			raisef(NewValueError, "Sign not allowed with integer format specifier 'c'")
		}
		if f.alternate {
			raisef(NewValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
		}
		if _, ok := i.(int); !ok {
			raisef(NewOverflowError, "Python int too large to convert to C long")
		}
		return f.pad(runeFromInt(i))
	}
	base, prefix := 10, ""
	switch f.kind {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(f.kind)
	}
	if !f.alternate {
		prefix = ""
	}
	digits, negative := strings.CutPrefix(intText(i, base), "-")
	if f.kind == 'X' {
		digits = strings.ToUpper(digits)
	}
	return f.number(f.signText(negative)+prefix, digits, "")
}

// formatFloatSpec is format(v, spec) of a float.
func formatFloatSpec(v float64, spec, typeName string) string {
	if spec == "" {
		return FormatFloat(v)
	}
	f := parseFormatSpec(spec, typeName, 0, '>')
	switch f.kind {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.float(v)
	}
	f.raiseUnknown(typeName)
	return ""
}

func (f *formatSpec) float(v float64) string {
	f.checkPrecision()
	digits, rest, negative := f.floatParts(v)
	return f.number(f.signText(negative), digits, rest)
}

func (f *formatSpec) checkPrecision() {
	if f.precision > math.MaxInt32-1 {
		raisef(NewValueError, "precision too big")
	}
}

// floatParts gives the whole digits, the rest and the sign of a formatted
// float.
func (f *formatSpec) floatParts(v float64) (digits, rest string, negative bool) {
	kind, precision, suffix, addPoint := f.kind, f.precision, "", false
	switch kind {
	case 0:
		kind, addPoint = 'r', true
		if precision >= 0 {
			kind = 'g'
		}
	case 'n':
		kind = 'g'
	case '%':
		kind, suffix = 'f', "%"
		v *= 100
	}
	if precision < 0 {
		precision = 6
	}
	text := doubleText(math.Abs(v), kind, precision, f.alternate, addPoint)
	negative = math.Signbit(v) && !math.IsNaN(v)
	if f.noNegZero && !strings.ContainsAny(text, "123456789inIN") {
		negative = false
	}
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return text[:n], text[n:] + suffix, negative
}

// doubleText writes a float that is not negative as C's printf does for the
// kinds e, f and g, and as repr does for r. With addPoint a result that looks
// like an int gets ".0"; with alternate the point stays.
func doubleText(v float64, kind rune, precision int, alternate, addPoint bool) string {
	upper := kind == 'E' || kind == 'F' || kind == 'G'
	text, ok := floatSpecial(v)
	if !ok {
		switch kind {
		case 'r':
			text = FormatFloat(v)
			if alternate {
				text = keepPoint(text)
			}
		case 'e', 'E', 'f', 'F':
			text = strconv.FormatFloat(v, byte(kind)|0x20, precision, 64)
			if alternate {
				text = keepPoint(text)
			}
		default:
			text = generalText(v, max(precision, 1), alternate, addPoint)
		}
	}
	if upper {
		return strings.ToUpper(text)
	}
	return text
}

// generalText is the kind g: precision significant digits, with an exponent
// when it is below -4 or does not fit them.
func generalText(v float64, precision int, alternate, addPoint bool) string {
	text := strconv.FormatFloat(v, 'e', precision-1, 64)
	mark := strings.IndexByte(text, 'e')
	exponent, _ := strconv.Atoi(text[mark+1:])
	limit := precision
	if addPoint {
		limit--
	}
	if exponent < -4 || exponent >= limit {
		mantissa := text[:mark]
		if alternate {
			return keepPoint(mantissa + text[mark:])
		}
		return trimZeros(mantissa) + text[mark:]
	}
	text = strconv.FormatFloat(v, 'f', max(precision-1-exponent, 0), 64)
	if alternate {
		text = keepPoint(text)
	} else {
		text = trimZeros(text)
	}
	if addPoint && strings.IndexByte(text, '.') < 0 {
		text += ".0"
	}
	return text
}

// trimZeros drops zeros at the end of a fraction, and a point left alone.
func trimZeros(s string) string {
	if strings.IndexByte(s, '.') < 0 {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// keepPoint puts a point after the digits of a number that has none; nan and
// inf have no digits.
func keepPoint(s string) string {
	if strings.IndexByte(s, '.') >= 0 || !isASCIIDigit(s[0]) {
		return s
	}
	if mark := strings.IndexByte(s, 'e'); mark >= 0 {
		return s[:mark] + "." + s[mark:]
	}
	return s + "."
}

// formatComplexSpec is format(c, spec) of a complex number.
func formatComplexSpec(c complex128, spec, typeName string) string {
	if spec == "" {
		return FormatComplex(c)
	}
	f := parseFormatSpec(spec, typeName, 0, '>')
	switch f.kind {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		f.raiseUnknown(typeName)
	}
	f.checkPrecision()
	if f.fill == '0' {
		raisef(NewValueError, "Zero padding is not allowed in complex format specifier")
	}
	if f.align == '=' {
		raisef(NewValueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	parts := f
	parts.width = -1
	if f.kind == 0 {
		parts.kind = 'g'
	}
	partText := func(v float64, sign rune) string {
		p := parts
		p.sign = sign
		if f.kind == 0 {
			return p.complexPart(v, f.precision)
		}
		return p.float(v)
	}
	text := partText(imag(c), '+') + "j"
	if re := real(c); f.kind != 0 || re != 0 || math.Signbit(re) {
		text = partText(re, f.sign) + text
		if f.kind == 0 {
			text = "(" + text + ")"
		}
	} else {
		text = partText(imag(c), f.sign) + "j"
	}
	return f.pad(text)
}

// complexPart writes a part of a complex number without a type: as repr does,
// or with as many digits as asked for, and in either case without ".0".
func (f *formatSpec) complexPart(v float64, precision int) string {
	var text string
	if precision < 0 {
		text = floatRepr(math.Abs(v), false)
		if f.alternate {
			text = keepPoint(text)
		}
	} else {
		text = doubleText(math.Abs(v), 'g', precision, f.alternate, false)
	}
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return f.number(f.signText(math.Signbit(v) && !math.IsNaN(v)), text[:n], text[n:])
}
