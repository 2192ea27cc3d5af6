package py

import "strings"

// StrStrip is s.strip() and s.strip(chars).
func StrStrip(s string, chars ...string) string {
	return StrLStrip(StrRStrip(s, chars...), chars...)
}

// StrLStrip is s.lstrip() and s.lstrip(chars).
func StrLStrip(s string, chars ...string) string {
	if len(chars) == 0 {
		return strings.TrimLeftFunc(s, isSpace)
	}
	for s != "" {
		_, n := decodeRune(s)
		if !strings.Contains(chars[0], s[:n]) {
			break
		}
		s = s[n:]
	}
	return s
}

// StrRStrip is s.rstrip() and s.rstrip(chars).
func StrRStrip(s string, chars ...string) string {
	if len(chars) == 0 {
		return strings.TrimRightFunc(s, isSpace)
	}
	for s != "" {
		at := len(s) - 1
		for at > 0 && s[at]&0xC0 == 0x80 {
			at--
		}
		if !strings.Contains(chars[0], s[at:]) {
			break
		}
		s = s[:at]
	}
	return s
}

// fillChar is the fill character of an optional argument. It raises TypeError
// for more or less than one character.
func fillChar(fill []string) string {
	if len(fill) == 0 {
		return " "
	}
	if StrLen(fill[0]) != 1 {
		raisef(NewTypeError, "The fill character must be exactly one character long")
	}
	return fill[0]
}

// StrLJust is s.ljust(width) and s.ljust(width, fill). The fill must be one
// character, otherwise it raises TypeError.
func StrLJust(s string, width int, fill ...string) string {
	char := fillChar(fill)
	return s + StrRepeat(char, width-StrLen(s))
}

// StrRJust is s.rjust(width) and s.rjust(width, fill).
func StrRJust(s string, width int, fill ...string) string {
	return StrRepeat(fillChar(fill), width-StrLen(s)) + s
}

// StrCenter is s.center(width) and s.center(width, fill). An odd column goes
// to the left only when the width is odd too.
func StrCenter(s string, width int, fill ...string) string {
	char := fillChar(fill)
	pad := max(width-StrLen(s), 0)
	left := pad/2 + pad&width&1
	return StrRepeat(char, left) + s + StrRepeat(char, pad-left)
}

// StrZFill is s.zfill(width): zeros between a sign and the digits.
func StrZFill(s string, width int) string {
	zeros := StrRepeat("0", width-StrLen(s))
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[:1] + zeros + s[1:]
	}
	return zeros + s
}

// StrExpandTabs is s.expandtabs(size); the size is 8 when left out.
func StrExpandTabs(s string, size ...int) string {
	tab := 8
	if len(size) > 0 {
		tab = size[0]
	}
	column := 0
	return mapRunes(s, func(b []byte, r rune) []byte {
		switch r {
		case '\t':
			if tab <= 0 {
				return b
			}
			n := tab - column%tab
			column += n
			return append(b, strings.Repeat(" ", n)...)
		case '\n', '\r':
			column = 0
		default:
			column++
		}
		return appendRune(b, r)
	})
}
