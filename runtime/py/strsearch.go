package py

import "strings"

// window is s[lo:hi] of the bounds that find, count and their like take: the
// text, the number of code points before it, and whether there is any (a start
// behind the end has none, not even the empty text).
func window(s string, bounds []int) (text string, before int, ok bool) {
	if len(bounds) == 0 {
		return s, 0, true
	}
	n := StrLen(s)
	lo, hi := clampIndex(bounds[0], n, 0, n+1), n
	if len(bounds) > 1 {
		hi = clampIndex(bounds[1], n, 0, n)
	}
	if lo > hi {
		return "", 0, false
	}
	if n == len(s) {
		return s[lo:hi], lo, true
	}
	return substring(s, lo, hi), lo, true
}

// StrFind is s.find(sub, start, end), -1 when there is none. The bounds may be
// left out.
func StrFind(s, sub string, bounds ...int) int {
	text, before, ok := window(s, bounds)
	if !ok {
		return -1
	}
	at := strings.Index(text, sub)
	if at < 0 {
		return -1
	}
	return before + StrLen(text[:at])
}

// StrRFind is s.rfind(sub, start, end).
func StrRFind(s, sub string, bounds ...int) int {
	text, before, ok := window(s, bounds)
	if !ok {
		return -1
	}
	at := strings.LastIndex(text, sub)
	if at < 0 {
		return -1
	}
	return before + StrLen(text[:at])
}

// StrIndexOf is s.index(sub, start, end). It raises ValueError when there is
// none.
func StrIndexOf(s, sub string, bounds ...int) int {
	at := StrFind(s, sub, bounds...)
	if at < 0 {
		raisef(NewValueError, "substring not found")
	}
	return at
}

// StrRIndex is s.rindex(sub, start, end). It raises ValueError when there is
// none.
func StrRIndex(s, sub string, bounds ...int) int {
	at := StrRFind(s, sub, bounds...)
	if at < 0 {
		raisef(NewValueError, "substring not found")
	}
	return at
}

// StrCount is s.count(sub, start, end).
func StrCount(s, sub string, bounds ...int) int {
	text, _, ok := window(s, bounds)
	if !ok {
		return 0
	}
	if sub == "" {
		return StrLen(text) + 1
	}
	return strings.Count(text, sub)
}

// StrContains is sub in s.
func StrContains(s, sub string) bool {
	return strings.Contains(s, sub)
}

// StrStartsWith is s.startswith(prefix, start, end).
func StrStartsWith(s, prefix string, bounds ...int) bool {
	text, _, ok := window(s, bounds)
	return ok && strings.HasPrefix(text, prefix)
}

// StrEndsWith is s.endswith(suffix, start, end).
func StrEndsWith(s, suffix string, bounds ...int) bool {
	text, _, ok := window(s, bounds)
	return ok && strings.HasSuffix(text, suffix)
}

// StrReplace is s.replace(old, new, count); the count may be left out.
func StrReplace(s, old, new string, count ...int) string {
	n := -1
	if len(count) > 0 {
		n = count[0]
	}
	if old == "" {
		return insertBetween(s, new, n)
	}
	return strings.Replace(s, old, new, n)
}

// insertBetween puts text before each character and at the end, n times at
// most.
func insertBetween(s, text string, n int) string {
	var b strings.Builder
	for len(s) > 0 && n != 0 {
		_, size := decodeRune(s)
		b.WriteString(text)
		b.WriteString(s[:size])
		s = s[size:]
		n--
	}
	b.WriteString(s)
	if n != 0 {
		b.WriteString(text)
	}
	return b.String()
}

// StrRemovePrefix is s.removeprefix(prefix).
func StrRemovePrefix(s, prefix string) string {
	return strings.TrimPrefix(s, prefix)
}

// StrRemoveSuffix is s.removesuffix(suffix).
func StrRemoveSuffix(s, suffix string) string {
	return strings.TrimSuffix(s, suffix)
}
