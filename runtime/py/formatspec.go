package py

import "unicode/utf8"

// formatSpec is a parsed format specification:
//
//	[[fill]align][sign][z][#][0][width][grouping][.precision][type]
type formatSpec struct {
	fill      rune
	align     rune
	sign      rune // 0 when not given
	noNegZero bool
	alternate bool
	width     int  // -1 when not given
	grouping  rune // ',' or '_', 0 for none
	groupSize int
	precision int // -1 when not given
	kind      rune

	fillGiven  bool
	alignGiven bool
}

// parseFormatSpec parses a specification for a value of the named type. It
// raises ValueError with CPython's text.
func parseFormatSpec(spec, typeName string, kind, align rune) formatSpec {
	f := formatSpec{fill: ' ', align: align, width: -1, precision: -1, kind: kind, groupSize: 3}
	s := runesOf(spec)
	at := 0
	next := func(c rune) bool {
		if at < len(s) && s[at] == c {
			at++
			return true
		}
		return false
	}
	switch {
	case len(s) >= 2 && isAlign(s[1]):
		f.fill, f.align = s[0], s[1]
		f.fillGiven, f.alignGiven = true, true
		at = 2
	case len(s) >= 1 && isAlign(s[0]):
		f.align, f.alignGiven = s[0], true
		at = 1
	}
	if at < len(s) && (s[at] == '+' || s[at] == '-' || s[at] == ' ') {
		f.sign = s[at]
		at++
	}
	f.noNegZero = next('z')
	f.alternate = next('#')
	if !f.fillGiven && next('0') {
		f.fill = '0'
		if !f.alignGiven && align == '>' {
			f.align = '='
		}
	}
	f.width, at = specNumber(s, at)
	if next(',') {
		f.grouping = ','
	}
	if next('_') {
		if f.grouping != 0 {
			raisef(NewValueError, "Cannot specify both ',' and '_'.")
		}
		f.grouping = '_'
	}
	if f.grouping == '_' && at < len(s) && s[at] == ',' {
		raisef(NewValueError, "Cannot specify both ',' and '_'.")
	}
	if next('.') {
		if f.precision, at = specNumber(s, at); f.precision < 0 {
			raisef(NewValueError, "Format specifier missing precision")
		}
	}
	if len(s)-at > 1 {
		raisef(NewValueError, "Invalid format specifier '%s' for object of type '%s'", spec, typeName)
	}
	if at < len(s) {
		f.kind = s[at]
	}
	f.checkGrouping()
	return f
}

func isAlign(r rune) bool {
	return r == '<' || r == '>' || r == '=' || r == '^'
}

// specNumber reads a number of a specification; -1 when there is none.
func specNumber(s []rune, at int) (int, int) {
	const limit = 1<<31 - 1
	n, start := 0, at
	for at < len(s) && isDecimal(s[at]) {
		n = n*10 + decimalValue(s[at])
		if n > limit {
			raisef(NewValueError, "Too many decimal digits in format string")
		}
		at++
	}
	if at == start {
		return -1, at
	}
	return n, at
}

func (f *formatSpec) checkGrouping() {
	if f.grouping == 0 {
		return
	}
	switch f.kind {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		return
	case 'b', 'o', 'x', 'X':
		if f.grouping == '_' {
			f.groupSize = 4
			return
		}
	}
	if f.kind > 32 && f.kind < 128 {
		raisef(NewValueError, "Cannot specify '%c' with '%c'.", f.grouping, f.kind)
	}
	raisef(NewValueError, "Cannot specify '%c' with '\\x%x'.", f.grouping, f.kind)
}

func (f *formatSpec) raiseUnknown(typeName string) {
	if f.kind > 32 && f.kind < 128 {
		raisef(NewValueError, "Unknown format code '%c' for object of type '%s'", f.kind, typeName)
	}
	raisef(NewValueError, "Unknown format code '\\x%x' for object of type '%s'", f.kind, typeName)
}

// pad fills text up to the width.
func (f *formatSpec) pad(text string) string {
	return f.padBetween("", text)
}

// padBetween fills up to the width; with the alignment '=' the fill comes
// between head and tail.
func (f *formatSpec) padBetween(head, tail string) string {
	n := f.width - StrLen(head) - StrLen(tail)
	if n <= 0 {
		return head + tail
	}
	fill := runeString(f.fill)
	switch f.align {
	case '<':
		return head + tail + StrRepeat(fill, n)
	case '^':
		return StrRepeat(fill, n/2) + head + tail + StrRepeat(fill, n-n/2)
	case '=':
		return head + StrRepeat(fill, n) + tail
	}
	return StrRepeat(fill, n) + head + tail
}

// number lays out a number of which the parts are known: the sign and prefix,
// the digits of the whole part, which are grouped, and the rest.
func (f *formatSpec) number(head, digits, rest string) string {
	if digits == "" {
		return f.padBetween(head, rest)
	}
	least := 0
	if f.fill == '0' && f.align == '=' {
		least = f.width - len(head) - len(rest)
	}
	return f.padBetween(head, f.group(digits, least)+rest)
}

// group puts separators between groups of digits, after filling them up with
// zeros to at least the given width, separators included.
func (f *formatSpec) group(digits string, least int) string {
	if f.grouping == 0 {
		return StrRepeat("0", least-len(digits)) + digits
	}
	out := ""
	left := len(digits)
	for {
		n := min(f.groupSize, max(left, least, 1))
		chars := max(0, min(left, n))
		part := StrRepeat("0", n-chars) + digits[left-chars:left]
		if out != "" {
			part += string(f.grouping)
		}
		out = part + out
		left -= chars
		least -= n
		if left <= 0 && least <= 0 {
			return out
		}
		least--
	}
}

// signOf is the sign shown before a number.
func (f *formatSpec) signText(negative bool) string {
	switch {
	case negative:
		return "-"
	case f.sign == '+' || f.sign == ' ':
		return string(f.sign)
	}
	return ""
}

// valueFormat is format(o, spec) of a str or a number; false for other types.
func valueFormat(o any, spec string) (string, bool) {
	switch v := Payload(o).(type) {
	case string:
		if spec == "" {
			return v, true
		}
		return formatStr(v, spec, typeName(o)), true
	case float64:
		return formatFloatSpec(v, spec, typeName(o)), true
	case complex128:
		return formatComplexSpec(v, spec, typeName(o)), true
	}
	i, ok := intOf(o)
	if !ok {
		return "", false
	}
	if spec == "" {
		if b, ok := o.(bool); ok {
			return map[bool]string{false: "False", true: "True"}[b], true
		}
		return intRepr(i), true
	}
	return formatIntSpec(i, spec, typeName(o)), true
}

// FormatStr is format(s, spec).
func FormatStr(s, spec string) string {
	return formatStr(s, spec, "str")
}

// FormatInt is format(i, spec).
func FormatInt(i int, spec string) string {
	return formatIntSpec(i, spec, "int")
}

// FormatFloatSpec is format(f, spec).
func FormatFloatSpec(f float64, spec string) string {
	return formatFloatSpec(f, spec, "float")
}

func formatStr(s, spec, typeName string) string {
	f := parseFormatSpec(spec, typeName, 's', '<')
	switch {
	case f.kind != 's':
		f.raiseUnknown(typeName)
	case f.sign == ' ':
		raisef(NewValueError, "Space not allowed in string format specifier")
	case f.sign != 0:
		raisef(NewValueError, "Sign not allowed in string format specifier")
	case f.noNegZero:
		raisef(NewValueError, "Negative zero coercion (z) not allowed in string format specifier")
	case f.alternate:
		raisef(NewValueError, "Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		raisef(NewValueError, "'=' alignment not allowed in string format specifier")
	}
	return f.pad(truncate(s, f.precision))
}

// truncate keeps n characters of s; all for a negative n.
func truncate(s string, n int) string {
	if n < 0 || len(s) <= n {
		return s
	}
	if isASCII(s) {
		return s[:n]
	}
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := decodeRune(s[at:])
		at += size
	}
	return s[:at]
}

// runeFromInt is the character of "%c" and the presentation type c.
func runeFromInt(i any) string {
	n, ok := i.(int)
	if !ok || n < 0 || n > utf8.MaxRune {
		raisef(NewOverflowError, "%%c arg not in range(0x110000)")
	}
	return runeString(rune(n))
}
