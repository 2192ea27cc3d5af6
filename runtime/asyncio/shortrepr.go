package asyncio

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Limits of reprlib.repr.
const (
	shortLevel  = 6
	shortItems  = 6
	shortDict   = 4
	shortString = 30
	shortOther  = 30
	shortInt    = 40
)

// shortRepr is reprlib.repr: a repr of limited length.
func shortRepr(v any) string { return shortReprLevel(v, shortLevel) }

func shortReprLevel(v any, level int) string {
	switch x := v.(type) {
	case string:
		return shorten(py.Repr(cutString(x)), py.Repr(x), shortString)
	case int:
		return shorten(py.Repr(x), py.Repr(x), shortInt)
	case py.Tuple:
		return shortSequence(x, "(", ")", level, true)
	}
	switch py.TypeOf(v) {
	case py.ListClass:
		return shortSequence(py.StarArgs(py.Star(v)), "[", "]", level, false)
	case py.SetClass, py.FrozenSetClass:
		return shortSet(v, level)
	case py.DictClass:
		return shortMapping(v, level)
	case py.IntClass:
		return shorten(py.Repr(v), py.Repr(v), shortInt)
	}
	text := py.Repr(v)
	return shorten(text, text, shortOther)
}

func cutString(s string) string {
	r := []rune(s)
	if len(r) > shortString {
		r = r[:shortString]
	}
	return string(r)
}

// shorten replaces the middle of a text that is too long.
func shorten(head, text string, limit int) string {
	if r := []rune(head); len(r) <= limit && len([]rune(text)) <= limit {
		return text
	}
	r := []rune(text)
	i := max(0, (limit-3)/2)
	j := max(0, limit-3-i)
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}

func shortSequence(items []any, left, right string, level int, tuple bool) string {
	if level <= 0 && len(items) > 0 {
		return left + "..." + right
	}
	var parts []string
	for i, item := range items {
		if i == shortItems {
			parts = append(parts, "...")
			break
		}
		parts = append(parts, shortReprLevel(item, level-1))
	}
	if tuple && len(items) == 1 {
		right = "," + right
	}
	return left + strings.Join(parts, ", ") + right
}

func shortSet(v any, level int) string {
	items := py.StarArgs(py.Star(v))
	frozen := py.TypeOf(v) == py.FrozenSetClass
	switch {
	case len(items) == 0 && frozen:
		return "frozenset()"
	case len(items) == 0:
		return "set()"
	}
	slices.SortFunc(items, func(a, b any) int { return strings.Compare(py.Repr(a), py.Repr(b)) })
	if frozen {
		return shortSequence(items, "frozenset({", "})", level, false)
	}
	return shortSequence(items, "{", "}", level, false)
}

func shortMapping(v any, level int) string {
	if py.Len(v) == 0 {
		return "{}"
	}
	if level <= 0 {
		return "{...}"
	}
	keys := py.StarArgs(py.Star(v))
	if py.Try(func() error {
		sorted := py.Call(py.Builtin("sorted"), py.ListOf(keys...))
		keys = py.StarArgs(py.Star(sorted))
		return nil
	}) != nil {
		keys = py.StarArgs(py.Star(v))
	}
	var parts []string
	for i, k := range keys {
		if i == shortDict {
			parts = append(parts, "...")
			break
		}
		parts = append(parts, shortReprLevel(k, level-1)+": "+shortReprLevel(py.GetItem(v, k), level-1))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
