package py

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// intMaxStrDigits is sys.get_int_max_str_digits(): the conversion between an
// int and decimal text is refused beyond it, as CPython does by default.
var intMaxStrDigits = 4300

// IntMaxStrDigits is sys.get_int_max_str_digits().
func IntMaxStrDigits() int {
	return intMaxStrDigits
}

// SetIntMaxStrDigits is sys.set_int_max_str_digits(n); 0 means no limit. It
// raises ValueError for a limit from 1 to 639.
func SetIntMaxStrDigits(n int) {
	if n != 0 && n < 640 {
		raisef(NewValueError, "maxdigits must be 0 or larger than 640")
	}
	intMaxStrDigits = n
}

// intRepr is repr of an int.
func intRepr(a any) string {
	if i, ok := a.(int); ok {
		return strconv.Itoa(i)
	}
	i := BigInt(a)
	limit := intMaxStrDigits
	// A value of n bits has at least n*0.30102 digits.
	if limit > 0 && float64(i.BitLen())*0.30102 > float64(limit)+1 {
		raiseIntTooLong()
	}
	text := i.String()
	if limit > 0 && len(strings.TrimPrefix(text, "-")) > limit {
		raiseIntTooLong()
	}
	return text
}

func raiseIntTooLong() {
	raisef(NewValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", intMaxStrDigits)
}

// intText writes an int in base 2, 8, 10 or 16, without a prefix.
func intText(a any, base int) string {
	if base == 10 {
		return intRepr(a)
	}
	if i, ok := a.(int); ok {
		return strconv.FormatInt(int64(i), base)
	}
	return BigInt(a).Text(base)
}

// ParseInt is int(s, base). It raises ValueError with CPython's text.
func ParseInt(s string, base int) any {
	return parseIntText(s, base, func() string { return strRepr(s) })
}

// parseIntText parses the text of an int; source is how a message shows it.
func parseIntText(s string, base int, source func() string) any {
	if base != 0 && (base < 2 || base > 36) {
		raisef(NewValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	if base == 10 && len(s) > 0 && len(s) < 18 && s[0] != '+' {
		if i, err := strconv.Atoi(s); err == nil {
			return i
		}
	}
	given := base
	digits, negative, base, ok := intDigits(numberText(s), base)
	if !ok {
		raisef(NewValueError, "invalid literal for int() with base %d: %s", given, clipRunes(source(), 200))
	}
	if base&(base-1) != 0 && intMaxStrDigits > 0 && len(digits) > intMaxStrDigits {
		raisef(NewValueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", intMaxStrDigits, len(digits))
	}
	i, _ := new(big.Int).SetString(digits, base)
	if negative {
		i.Neg(i)
	}
	return NormInt(i)
}

// intDigits takes sign, prefix and underscores off the text of an int and
// checks what remains.
func intDigits(s string, base int) (digits string, negative bool, realBase int, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		s = s[1:]
	}
	prefixed := false
	if len(s) >= 2 && s[0] == '0' {
		b := map[byte]int{'x': 16, 'o': 8, 'b': 2}[s[1]|0x20]
		if b != 0 && (base == 0 || base == b) {
			base, s, prefixed = b, s[2:], true
		}
	}
	zeroOnly := false
	if base == 0 {
		base = 10
		zeroOnly = s != "" && s[0] == '0'
	}
	var b strings.Builder
	underscore := !prefixed
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			if underscore {
				return "", false, base, false
			}
			underscore = true
			continue
		}
		if digitValue(c) >= base || (zeroOnly && c != '0') {
			return "", false, base, false
		}
		underscore = false
		b.WriteByte(c)
	}
	if b.Len() == 0 || underscore {
		return "", false, base, false
	}
	return b.String(), negative, base, true
}

func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// numberText prepares the text of a number for parsing: digits and spaces of
// other scripts become ASCII ones, and space around it goes. The separators
// U+001C to U+001F are space to str.strip but not here.
func numberText(s string) string {
	if !isASCII(s) {
		s = strings.Map(func(r rune) rune {
			switch {
			case r < utf8.RuneSelf:
				return r
			case isSpace(r):
				return ' '
			case unicode.Is(unicode.Nd, r):
				return '0' + rune(decimalValue(r))
			}
			return r
		}, s)
	}
	return strings.TrimFunc(s, isASCIISpace)
}

// underscoresBetweenDigits reports whether each underscore has a digit on both
// sides.
func underscoresBetweenDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isASCIIDigit(s[i-1]) || !isASCIIDigit(s[i+1])) {
			return false
		}
	}
	return true
}

// decimalValue is the value of a decimal digit of any script. The digits of a
// script stand in order, so it counts from the nearest zero; only the styles of
// the mathematical digits follow each other without a gap.
func decimalValue(r rune) int {
	if 0x1D7CE <= r && r <= 0x1D7FF {
		return int(r-0x1D7CE) % 10
	}
	n := 0
	for n < 9 && unicode.Is(unicode.Nd, r-1) {
		r--
		n++
	}
	return n
}

// clipRunes keeps the first n code points, as "%.200R" does in C.
func clipRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
