package py

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// StrFields is s.split() and s.split(None, max): the words between runs of
// space.
func StrFields(s string, max ...int) *List[string] {
	limit := -1
	if len(max) > 0 {
		limit = max[0]
	}
	if limit < 0 {
		if words, ok := asciiFields(s); ok {
			return &List[string]{items: words}
		}
	}
	out := &List[string]{items: []string{}}
	for s = strings.TrimLeftFunc(s, isSpace); s != ""; {
		if limit >= 0 && len(out.items) >= limit {
			out.Append(s)
			break
		}
		end := strings.IndexFunc(s, isSpace)
		if end < 0 {
			out.Append(s)
			break
		}
		out.Append(s[:end])
		s = strings.TrimLeftFunc(s[end:], isSpace)
	}
	return out
}

// asciiSpace tells which ASCII characters are space.
var asciiSpace = [utf8.RuneSelf]bool{
	'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0x1C: true, 0x1D: true, 0x1E: true, 0x1F: true, ' ': true,
}

// asciiFields returns the words of ASCII text in a slice of just their number; ok is
// false for other text.
func asciiFields(s string) (words []string, ok bool) {
	count, space := 0, true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return nil, false
		}
		before := space
		if space = asciiSpace[s[i]]; before && !space {
			count++
		}
	}
	words = make([]string, 0, count)
	start := -1
	for i := 0; i < len(s); i++ {
		switch {
		case !asciiSpace[s[i]]:
			if start < 0 {
				start = i
			}
		case start >= 0:
			words = append(words, s[start:i])
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, s[start:])
	}
	return words, true
}

// StrRFields is s.rsplit() and s.rsplit(None, max).
func StrRFields(s string, max ...int) *List[string] {
	limit := -1
	if len(max) > 0 {
		limit = max[0]
	}
	out := &List[string]{items: []string{}}
	for s = strings.TrimRightFunc(s, isSpace); s != ""; {
		if limit >= 0 && len(out.items) >= limit {
			out.Append(s)
			break
		}
		start := strings.LastIndexFunc(s, isSpace)
		if start < 0 {
			out.Append(s)
			break
		}
		_, n := decodeRune(s[start:])
		out.Append(s[start+n:])
		s = strings.TrimRightFunc(s[:start], isSpace)
	}
	out.Reverse()
	return out
}

// StrSplit is s.split(sep, max); the maximum may be left out. It raises
// ValueError for an empty separator.
func StrSplit(s, sep string, max ...int) *List[string] {
	if sep == "" {
		raisef(NewValueError, "empty separator")
	}
	n := -1
	if len(max) > 0 && max[0] >= 0 {
		n = max[0] + 1
	}
	return &List[string]{items: strings.SplitN(s, sep, n)}
}

// StrRSplit is s.rsplit(sep, max): it splits at the last separators.
func StrRSplit(s, sep string, max ...int) *List[string] {
	if sep == "" {
		raisef(NewValueError, "empty separator")
	}
	left := -1
	if len(max) > 0 {
		left = max[0]
	}
	out := []string{}
	for ; left != 0; left-- {
		at := strings.LastIndex(s, sep)
		if at < 0 {
			break
		}
		out = append(out, s[at+len(sep):])
		s = s[:at]
	}
	out = append(out, s)
	slices.Reverse(out)
	return &List[string]{items: out}
}

// StrSplitLines is s.splitlines(keepends).
func StrSplitLines(s string, keepEnds ...bool) *List[string] {
	keep := len(keepEnds) > 0 && keepEnds[0]
	out := &List[string]{items: []string{}}
	for s != "" {
		end, size := lineEnd(s)
		if keep {
			out.Append(s[:end+size])
		} else {
			out.Append(s[:end])
		}
		s = s[end+size:]
	}
	return out
}

// lineEnd finds the first line boundary and its size in bytes.
func lineEnd(s string) (at, size int) {
	for i, r := range s {
		switch r {
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, 2
			}
			return i, 1
		case '\n', '\v', '\f', 0x1C, 0x1D, 0x1E:
			return i, 1
		case 0x85, 0x2028, 0x2029:
			return i, utf8.RuneLen(r)
		}
	}
	return len(s), 0
}

// StrPartition is s.partition(sep). It raises ValueError for an empty
// separator.
func StrPartition(s, sep string) (before, found, after string) {
	if sep == "" {
		raisef(NewValueError, "empty separator")
	}
	if before, after, ok := strings.Cut(s, sep); ok {
		return before, sep, after
	}
	return s, "", ""
}

// StrRPartition is s.rpartition(sep).
func StrRPartition(s, sep string) (before, found, after string) {
	if sep == "" {
		raisef(NewValueError, "empty separator")
	}
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], sep, s[at+len(sep):]
	}
	return "", "", s
}

// StrJoin is sep.join(items).
func StrJoin(sep string, items iter.Seq[string]) string {
	var b strings.Builder
	first := true
	for item := range items {
		if !first {
			b.WriteString(sep)
		}
		first = false
		b.WriteString(item)
	}
	return b.String()
}

// StrJoinList is sep.join(list).
func StrJoinList(sep string, items *List[string]) string {
	return strings.Join(items.items, sep)
}

// joinAny is sep.join(items) for any iterable.
func joinAny(sep string, items any) string {
	if l, ok := items.(*List[string]); ok {
		return StrJoinList(sep, l)
	}
	if !iterable(items) {
		raisef(NewTypeError, "can only join an iterable")
	}
	values := collect(items)
	parts := make([]string, len(values))
	for i, v := range values {
		s, ok := Payload(v).(string)
		if !ok {
			raisef(NewTypeError, "sequence item %d: expected str instance, %s found", i, typeName(v))
		}
		parts[i] = s
	}
	return strings.Join(parts, sep)
}
