package py

import (
	"math"
	"strings"
)

// percentFormatter carries out "format % args" for str and bytes.
type percentFormatter struct {
	format  string
	at      int
	args    []any
	next    int
	single  any // the argument when it is not a tuple
	mapping bool
	binary  bool
	out     strings.Builder
}

// percentFlags are the parts of a conversion specifier.
type percentFlags struct {
	left, plus, space, alternate, zero bool
	width, precision                   int
}

// percentFormat is format % args of a str. It raises TypeError, ValueError and
// what the arguments' methods raise.
// PercentFormat is format % args. It raises TypeError and ValueError.
func PercentFormat(format string, args any) string { return percentFormat(format, args) }

func percentFormat(format string, args any) string {
	return runPercent(format, args, false)
}

// percentFormatBytes is format % args of bytes.
func percentFormatBytes(format string, args any) string {
	return runPercent(format, args, true)
}

func runPercent(format string, args any, binary bool) string {
	p := &percentFormatter{format: format, binary: binary, single: args}
	if t, ok := Payload(args).(Tuple); ok {
		p.args = t
	} else {
		p.args = []any{args}
		p.mapping = isPercentMapping(args, binary)
	}
	for p.at < len(format) {
		mark := strings.IndexByte(format[p.at:], '%')
		if mark < 0 {
			p.out.WriteString(format[p.at:])
			break
		}
		p.out.WriteString(format[p.at : p.at+mark])
		p.at += mark + 1
		p.specifier()
	}
	if p.next < len(p.args) && !p.mapping {
		kind := "string"
		if binary {
			kind = "bytes"
		}
		raisef(NewTypeError, "not all arguments converted during %s formatting", kind)
	}
	return p.out.String()
}

// isPercentMapping tells whether the argument is subscriptable, which is all
// that is asked of a mapping here.
func isPercentMapping(v any, binary bool) bool {
	switch v.(type) {
	case string:
		return false
	case Bytes, *ByteArray:
		return !binary
	}
	_, ok := TypeOf(v).lookup("__getitem__")
	return ok
}

func (p *percentFormatter) raiseIncomplete() {
	raisef(NewValueError, "incomplete format")
}

// char reads the next character of the format.
func (p *percentFormatter) char() rune {
	if p.at >= len(p.format) {
		p.raiseIncomplete()
	}
	if p.binary {
		p.at++
		return rune(p.format[p.at-1])
	}
	r, n := decodeRune(p.format[p.at:])
	p.at += n
	return r
}

// arg takes the next argument.
func (p *percentFormatter) arg() any {
	if p.next >= len(p.args) {
		raisef(NewTypeError, "not enough arguments for format string")
	}
	p.next++
	return p.args[p.next-1]
}

// specifier reads and carries out what follows a percent sign.
func (p *percentFormatter) specifier() {
	if strings.HasPrefix(p.format[p.at:], "%") {
		p.at++
		p.out.WriteByte('%')
		return
	}
	f := percentFlags{width: -1, precision: -1}
	if strings.HasPrefix(p.format[p.at:], "(") {
		p.key()
	}
	c := p.char()
flags:
	for ; ; c = p.char() {
		switch c {
		case '-':
			f.left = true
		case '+':
			f.plus = true
		case ' ':
			f.space = true
		case '#':
			f.alternate = true
		case '0':
			f.zero = true
		default:
			break flags
		}
	}
	if f.width, c = p.number(c, "width too big"); f.width < -1 {
		f.left = true
		f.width = -f.width - 2
	}
	if c == '.' {
		if f.precision, c = p.number(p.char(), "precision too big"); f.precision < 0 {
			f.precision = 0
		}
	}
	if c == 'h' || c == 'l' || c == 'L' {
		c = p.char()
	}
	p.convert(c, p.arg(), f)
}

// key looks a mapping key up and makes its value the only argument.
func (p *percentFormatter) key() {
	if !p.mapping {
		raisef(NewTypeError, "format requires a mapping")
	}
	depth, start := 1, p.at+1
	p.at++
	for p.at < len(p.format) && depth > 0 {
		switch p.format[p.at] {
		case '(':
			depth++
		case ')':
			depth--
		}
		p.at++
	}
	if depth > 0 {
		raisef(NewValueError, "incomplete format key")
	}
	key := p.format[start : p.at-1]
	if p.binary {
		p.args, p.next = []any{GetItem(p.single, Bytes(key))}, 0
	} else {
		p.args, p.next = []any{GetItem(p.single, key)}, 0
	}
}

// number reads a width or precision that begins at c: digits, or a star for
// the next argument. A negative argument n comes back as n-1, -1 means none.
func (p *percentFormatter) number(c rune, tooBig string) (int, rune) {
	if c == '*' {
		n, ok := intOf(p.arg())
		if !ok {
			raisef(NewTypeError, "* wants int")
		}
		i, ok := n.(int)
		if !ok {
			raisef(NewOverflowError, "Python int too large to convert to C int")
		}
		if i < 0 {
			i -= 2
		}
		return i, p.char()
	}
	n, found := 0, false
	for '0' <= c && c <= '9' {
		n, found = n*10+int(c-'0'), true
		if n > math.MaxInt32 {
			raisef(NewValueError, "%s", tooBig)
		}
		c = p.char()
	}
	if !found {
		return -1, c
	}
	return n, c
}

func (p *percentFormatter) convert(c rune, v any, f percentFlags) {
	switch c {
	case 's', 'r', 'a', 'b':
		if c == 'b' && !p.binary {
			p.raiseUnsupported(c)
		}
		p.pad(truncate(p.text(c, v), f.precision), "", f)
	case 'c':
		p.pad(p.character(v), "", f)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		p.integer(c, v, f)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		v := percentFloat(v, p.binary)
		precision := f.precision
		if precision < 0 {
			precision = 6
		}
		p.signed(math.Signbit(v) && !math.IsNaN(v), "", doubleText(math.Abs(v), c, precision, f.alternate, false), f)
	default:
		p.raiseUnsupported(c)
	}
}

func (p *percentFormatter) raiseUnsupported(c rune) {
	// The index counts characters, as len does.
	index := p.at - 1
	if !p.binary {
		index = StrLen(p.format[:p.at]) - 1
	}
	shown := c
	if c < 32 || c > 126 {
		shown = '?'
	}
	if p.binary {
		shown = c
	}
	raisef(NewValueError, "unsupported format character '%c' (0x%x) at index %d", shown, c, index)
}

// text is the argument as text for the conversions s, r, a and b.
func (p *percentFormatter) text(c rune, v any) string {
	switch {
	case c == 'r' && !p.binary:
		return Repr(v)
	case c == 'r' || c == 'a':
		return ASCII(v)
	case p.binary:
		return percentBytes(v)
	}
	return Str(v)
}

// percentBytes is an argument of %b: bytes-like, or with __bytes__.
func percentBytes(v any) string {
	if s, ok := bytesOf(v); ok {
		return s
	}
	if _, ok := TypeOf(v).lookup("__bytes__"); ok {
		if b, ok := CallMethod(v, "__bytes__").(Bytes); ok {
			return string(b)
		}
	}
	raisef(NewTypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(v))
	return ""
}

func (p *percentFormatter) character(v any) string {
	if p.binary {
		if s, ok := bytesOf(v); ok && len(s) == 1 {
			return s
		}
		if i, ok := toIndex(v); ok {
			n, ok := i.(int)
			if !ok || n < 0 || n > 255 {
				raisef(NewOverflowError, "%%c arg not in range(256)")
			}
			return string([]byte{byte(n)})
		}
		raisef(NewTypeError, "%%c requires an integer in range(256) or a single byte")
	}
	if s, ok := Payload(v).(string); ok {
		if StrLen(s) == 1 {
			return s
		}
		raisef(NewTypeError, "%%c requires int or char")
	}
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "%%c requires int or char")
	}
	return runeFromInt(i)
}

func (p *percentFormatter) integer(c rune, v any, f percentFlags) {
	if p.binary && c == 'i' {
		c = 'd'
	}
	i := integerArg(c, v)
	base, prefix := 10, ""
	switch c {
	case 'o':
		base, prefix = 8, "0o"
	case 'x', 'X':
		base, prefix = 16, "0"+string(c)
	}
	digits, negative := strings.CutPrefix(intText(i, base), "-")
	if c == 'X' {
		digits = strings.ToUpper(digits)
	}
	if !f.alternate {
		prefix = ""
	}
	if f.precision > len(digits) {
		digits = StrRepeat("0", f.precision-len(digits)) + digits
	}
	p.signed(negative, prefix, digits, f)
}

// integerArg is the argument of an integer conversion: d takes floats too.
func integerArg(c rune, v any) any {
	if i, ok := intOf(v); ok {
		return i
	}
	hex := c == 'o' || c == 'x' || c == 'X'
	if f, ok := v.(float64); ok && !hex {
		return floatToInt(f)
	}
	if i, ok := toIndex(v); ok {
		return i
	}
	if hex {
		raisef(NewTypeError, "%%%c format: an integer is required, not %s", c, typeName(v))
	}
	if _, ok := TypeOf(v).lookup("__int__"); !ok {
		raisef(NewTypeError, "%%%c format: a real number is required, not %s", c, typeName(v))
	}
	i, ok := intOf(CallMethod(v, "__int__"))
	if !ok {
		raisef(NewTypeError, "%%%c format: a real number is required, not %s", c, typeName(v))
	}
	return i
}

// percentFloat is the argument of a float conversion.
func percentFloat(v any, binary bool) float64 {
	if f, ok := floatOf(v); ok {
		return f
	}
	if !isValue(v) {
		if f, ok := floatOfObject(v); ok {
			return f
		}
	}
	if binary {
		raisef(NewTypeError, "float argument required, not %s", typeName(v))
	}
	raisef(NewTypeError, "must be real number, not %s", typeName(v))
	return 0
}

// signed writes a number with its sign, prefix and padding.
func (p *percentFormatter) signed(negative bool, prefix, digits string, f percentFlags) {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case f.plus:
		sign = "+"
	case f.space:
		sign = " "
	}
	if f.zero && !f.left {
		digits = StrRepeat("0", f.width-len(sign)-len(prefix)-len(digits)) + digits
	}
	p.pad(digits, sign+prefix, f)
}

func (p *percentFormatter) pad(text, head string, f percentFlags) {
	n := f.width - len(head) - len(text)
	if !p.binary {
		n = f.width - len(head) - StrLen(text)
	}
	if !f.left {
		p.out.WriteString(StrRepeat(" ", n))
	}
	p.out.WriteString(head)
	p.out.WriteString(text)
	if f.left {
		p.out.WriteString(StrRepeat(" ", n))
	}
}
