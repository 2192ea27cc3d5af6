package py

import (
	"slices"
	"strings"
)

// The methods of bytes and bytearray treat their bytes as ASCII text where they
// speak of letters, digits or space.

func isASCIISpace(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r'
}

func isASCIIUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func isASCIILower(c byte) bool { return 'a' <= c && c <= 'z' }

func isASCIILetter(c byte) bool { return isASCIIUpper(c) || isASCIILower(c) }

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

// mapBytes applies f to each byte.
func mapBytes(s string, f func(c byte) byte) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = f(c)
	}
	return string(b)
}

func upperByte(c byte) byte {
	if isASCIILower(c) {
		return c - 'a' + 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if isASCIIUpper(c) {
		return c - 'A' + 'a'
	}
	return c
}

func bytesUpper(s string) string { return mapBytes(s, upperByte) }

func bytesLower(s string) string { return mapBytes(s, lowerByte) }

func bytesSwapCase(s string) string {
	return mapBytes(s, func(c byte) byte {
		if isASCIIUpper(c) {
			return lowerByte(c)
		}
		return upperByte(c)
	})
}

func bytesTitle(s string) string {
	inWord := false
	return mapBytes(s, func(c byte) byte {
		first := !inWord
		inWord = isASCIILetter(c)
		if first {
			return upperByte(c)
		}
		return lowerByte(c)
	})
}

func bytesCapitalize(s string) string {
	if s == "" {
		return s
	}
	return bytesUpper(s[:1]) + bytesLower(s[1:])
}

// allBytes reports whether s is not empty and f holds for every byte.
func allBytes(s string, f func(c byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !f(s[i]) {
			return false
		}
	}
	return s != ""
}

func bytesOneCase(s string, wanted, other func(c byte) bool) bool {
	found := false
	for i := 0; i < len(s); i++ {
		if other(s[i]) {
			return false
		}
		found = found || wanted(s[i])
	}
	return found
}

func bytesIsTitle(s string) bool {
	cased, inWord := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isASCIIUpper(c):
			if inWord {
				return false
			}
			cased, inWord = true, true
		case isASCIILower(c):
			if !inWord {
				return false
			}
			cased = true
		default:
			inWord = false
		}
	}
	return cased
}

// bytesWindow is s[lo:hi] of optional bounds; see window.
func bytesWindow(s string, bounds []int) (text string, before int, ok bool) {
	if len(bounds) == 0 {
		return s, 0, true
	}
	lo, hi := clampIndex(bounds[0], len(s), 0, len(s)+1), clampIndex(bounds[1], len(s), 0, len(s))
	if lo > hi {
		return "", 0, false
	}
	return s[lo:hi], lo, true
}

func bytesFind(s, sub string, bounds []int) int {
	text, before, ok := bytesWindow(s, bounds)
	at := strings.Index(text, sub)
	if !ok || at < 0 {
		return -1
	}
	return before + at
}

func bytesRFind(s, sub string, bounds []int) int {
	text, before, ok := bytesWindow(s, bounds)
	at := strings.LastIndex(text, sub)
	if !ok || at < 0 {
		return -1
	}
	return before + at
}

func bytesCount(s, sub string, bounds []int) int {
	text, _, ok := bytesWindow(s, bounds)
	switch {
	case !ok:
		return 0
	case sub == "":
		return len(text) + 1
	}
	return strings.Count(text, sub)
}

func bytesReplace(s, old, new string, count int) string {
	if old != "" {
		return strings.Replace(s, old, new, count)
	}
	var b strings.Builder
	i := 0
	for ; i < len(s) && count != 0; i++ {
		b.WriteString(new)
		b.WriteByte(s[i])
		count--
	}
	b.WriteString(s[i:])
	if count != 0 {
		b.WriteString(new)
	}
	return b.String()
}

// bytesFields splits at runs of ASCII space.
func bytesFields(s string, max int) []string {
	out := []string{}
	for s = strings.TrimLeftFunc(s, isASCIISpace); s != ""; {
		if max >= 0 && len(out) >= max {
			return append(out, s)
		}
		end := strings.IndexFunc(s, isASCIISpace)
		if end < 0 {
			return append(out, s)
		}
		out = append(out, s[:end])
		s = strings.TrimLeftFunc(s[end:], isASCIISpace)
	}
	return out
}

// bytesRFields is bytesFields from the end.
func bytesRFields(s string, max int) []string {
	out := []string{}
	for s = strings.TrimRightFunc(s, isASCIISpace); s != ""; {
		if max >= 0 && len(out) >= max {
			out = append(out, s)
			break
		}
		start := strings.LastIndexFunc(s, isASCIISpace)
		out = append(out, s[start+1:])
		if start < 0 {
			break
		}
		s = strings.TrimRightFunc(s[:start], isASCIISpace)
	}
	slices.Reverse(out)
	return out
}

func bytesSplitLines(s string, keep bool) []string {
	out := []string{}
	for s != "" {
		end := strings.IndexAny(s, "\r\n")
		size := 1
		switch {
		case end < 0:
			end, size = len(s), 0
		case strings.HasPrefix(s[end:], "\r\n"):
			size = 2
		}
		if keep {
			out = append(out, s[:end+size])
		} else {
			out = append(out, s[:end])
		}
		s = s[end+size:]
	}
	return out
}

func bytesExpandTabs(s string, tab int) string {
	column := 0
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\t':
			if tab > 0 {
				n := tab - column%tab
				column += n
				b = append(b, strings.Repeat(" ", n)...)
			}
			continue
		case '\n', '\r':
			column = 0
		default:
			column++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// bytesStrip takes bytes of the set, or space, off the ends that are asked for.
func bytesStrip(s string, chars any, left, right bool) string {
	isStripped := func(c byte) bool { return isASCIISpace(rune(c)) }
	if chars != nil {
		set := BytesLike(chars)
		isStripped = func(c byte) bool { return strings.IndexByte(set, c) >= 0 }
	}
	for left && s != "" && isStripped(s[0]) {
		s = s[1:]
	}
	for right && s != "" && isStripped(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// hexText is bytes.hex(sep, bytesPerSep): groups are counted from the right, or
// from the left for a negative size.
func hexText(s string, sep, perSep any) string {
	const digits = "0123456789abcdef"
	separator := byte(0)
	group := intArg(perSep)
	if sep != missing {
		separator = separatorByte(sep)
	}
	if separator == 0 || group == 0 {
		group = 0
	}
	out := make([]byte, 0, 2*len(s))
	for i := 0; i < len(s); i++ {
		boundary := group > 0 && (len(s)-i)%group == 0 || group < 0 && i%-group == 0
		if i > 0 && boundary {
			out = append(out, separator)
		}
		out = append(out, digits[s[i]>>4], digits[s[i]&0xF])
	}
	return string(out)
}

func separatorByte(sep any) byte {
	text, isStr := native(sep).(string)
	if !isStr {
		b, ok := bytesOf(sep)
		if !ok {
			if _, hasLen := valueLen(native(sep)); !hasLen {
				raisef(NewTypeError, "object of type '%s' has no len()", typeName(sep))
			}
			raisef(NewTypeError, "sep must be str or bytes.")
		}
		text = b
	}
	if StrLen(text) != 1 {
		raisef(NewValueError, "sep must be length 1.")
	}
	if !isASCII(text) {
		raisef(NewValueError, "sep must be ASCII.")
	}
	return text[0]
}

// parseHex is bytes.fromhex(text).
func parseHex(text string) string {
	out := make([]byte, 0, len(text)/2)
	runes := runesOf(text)
	for i := 0; i < len(runes); i++ {
		if runes[i] < 0x80 && isASCIISpace(runes[i]) {
			continue
		}
		high := hexDigit(runes, i)
		low := hexDigit(runes, i+1)
		out = append(out, byte(high<<4|low))
		i++
	}
	return string(out)
}

func hexDigit(runes []rune, i int) int {
	if i < len(runes) && runes[i] < 0x80 {
		if v := digitValue(byte(runes[i])); v < 16 {
			return v
		}
	}
	raisef(NewValueError, "non-hexadecimal number found in fromhex() arg at position %d", i)
	return 0
}
