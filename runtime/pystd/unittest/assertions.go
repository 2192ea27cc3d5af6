package unittest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/difflib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pprint"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// fail raises the test's failureException with the message of an assertion and
// what the test adds to it.
func fail(self, msg any, standard string) any {
	text := any(standard)
	switch {
	case msg == nil:
	case py.Truth(py.GetAttr(self, "longMessage")):
		text = standard + " : " + py.Str(msg)
	default:
		text = msg
	}
	py.Raise(py.Call(py.GetAttr(self, "failureException"), text))
	return nil
}

// repr is the repr of a value in a message, cut if it shall be short.
func repr(v any, short ...bool) string {
	text := py.Repr(v)
	if len(short) > 0 && py.StrLen(text) >= maxLength {
		return py.StrSlice(text, nil, maxLength, nil) + " [truncated]..."
	}
	return text
}

// The lengths of the parts of two values in a message.
const (
	maxLength   = 80
	placeholder = 12
	minPart     = 5
	minDiff     = maxLength - (minPart + placeholder + minPart + placeholder + minPart)
)

func shorten(s []rune, prefix, suffix int) string {
	if skip := len(s) - prefix - suffix; skip > placeholder {
		return fmt.Sprintf("%s[%d chars]%s", string(s[:prefix]), skip, string(s[len(s)-suffix:]))
	}
	return string(s)
}

// reprs are those of two values, without most of what they have in common.
func reprs(first, second any) (a, b string) {
	x, y := []rune(repr(first)), []rune(repr(second))
	longest := max(len(x), len(y))
	if longest <= maxLength {
		return string(x), string(y)
	}
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	if common := maxLength - (longest - n + minPart + placeholder); common > minPart {
		prefix := shorten(x[:n], minPart, common)
		return prefix + string(x[n:]), prefix + string(y[n:])
	}
	prefix := shorten(x[:n], minPart, minPart)
	return prefix + shorten(x[n:], minDiff, minPart), prefix + shorten(y[n:], minDiff, minPart)
}

// withDiff is a message with a diff, if that is not too long.
func withDiff(self any, message, diff string) string {
	limit := py.GetAttr(self, "maxDiff")
	if n := py.StrLen(diff); limit != nil && py.Less(limit, n) {
		return message + fmt.Sprintf("\nDiff is %d characters long. Set self.maxDiff to None to see it.", n)
	}
	return message + diff
}

// compare is difflib.ndiff of two lists of lines.
func compare(a, b []any) string {
	var text strings.Builder
	for line := range py.Iter(py.CallMethod(difflib.Module(), "ndiff", py.ListOf(a...), py.ListOf(b...))) {
		text.WriteString(py.Str(line))
	}
	return text.String()
}

// pretty is pprint.pformat of a value, as lines.
func pretty(v any) []any {
	text := py.CallMethod(pprint.Module(), "pformat", v)
	return slices.Collect(py.Iter(py.CallMethod(text, "splitlines")))
}

// joined is compare without newlines at the ends of the lines.
func joined(a, b []any) string {
	var lines []string
	for line := range py.Iter(py.CallMethod(difflib.Module(), "ndiff", py.ListOf(a...), py.ListOf(b...))) {
		lines = append(lines, py.Str(line))
	}
	return strings.Join(lines, "\n")
}

// assertEqual compares values of one type in the way of that type.
func assertEqual(self, first, second, msg any) any {
	if py.Equal(first, second) {
		return nil
	}
	class := py.TypeOf(first)
	if class == py.TypeOf(second) {
		switch class {
		case py.StrClass:
			return multiLineEqual(self, first, second, msg)
		case py.ListClass:
			return sequenceEqual(self, first, second, msg, "List")
		case py.TupleClass:
			return sequenceEqual(self, first, second, msg, "Tuple")
		case py.DictClass:
			return dictEqual(self, first, second, msg)
		case py.SetClass, py.FrozenSetClass:
			return setEqual(self, first, second, msg)
		}
	}
	a, b := reprs(first, second)
	return fail(self, msg, a+" != "+b)
}

func multiLineEqual(self, first, second, msg any) any {
	if py.Equal(first, second) {
		return nil
	}
	a, b := py.Str(first), py.Str(second)
	switch ended := func(s string) bool { return strings.HasSuffix(s, "\n") }; {
	case a != "" && b != "":
		if !ended(a) || !ended(b) {
			a, b = a+"\n", b+"\n"
		}
	case b != "" && !ended(b):
		b += "\n"
	case a != "" && !ended(a):
		a += "\n"
	}
	lines := func(s string) []any { return slices.Collect(py.Iter(py.CallMethod(s, "splitlines", true))) }
	x, y := reprs(first, second)
	return fail(self, msg, withDiff(self, x+" != "+y, "\n"+compare(lines(a), lines(b))))
}

func sequenceEqual(self, first, second, msg any, kind string) any {
	if py.Equal(first, second) {
		return nil
	}
	name := kind
	if kind == "" {
		name = "Sequence"
	}
	a, b := reprs(first, second)
	text := name + "s differ: " + a + " != " + b + "\n"
	n, m := py.Len(first), py.Len(second)
	differs := false
	for i := range min(n, m) {
		x, y := py.GetItem(first, i), py.GetItem(second, i)
		if py.NotEqual(x, y) {
			p, q := reprs(x, y)
			text += fmt.Sprintf("\nFirst differing element %d:\n%s\n%s\n", i, p, q)
			differs = true
			break
		}
	}
	lower := strings.ToLower(name)
	if n == m && !differs && py.TypeOf(first) != py.TypeOf(second) {
		return nil
	}
	more := func(which string, longer any, from, count int) {
		text += fmt.Sprintf("\n%s %s contains %d additional elements.\n", which, lower, count)
		text += fmt.Sprintf("First extra element %d:\n%s\n", from, repr(py.GetItem(longer, from)))
	}
	if n > m {
		more("First", first, m, n-m)
	} else if n < m {
		more("Second", second, n, m-n)
	}
	return fail(self, msg, withDiff(self, text, "\n"+joined(pretty(first), pretty(second))))
}

func dictEqual(self, first, second, msg any) any {
	if py.Equal(first, second) {
		return nil
	}
	a, b := reprs(first, second)
	return fail(self, msg, withDiff(self, a+" != "+b, "\n"+joined(pretty(first), pretty(second))))
}

func setEqual(self, first, second, msg any) any {
	var lines []string
	list := func(which string, items any) {
		if !py.Truth(items) {
			return
		}
		lines = append(lines, "Items in the "+which+" set but not the "+map[string]string{"first": "second", "second": "first"}[which]+":")
		for item := range py.Iter(items) {
			lines = append(lines, repr(item))
		}
	}
	list("first", py.CallMethod(first, "difference", second))
	list("second", py.CallMethod(second, "difference", first))
	if len(lines) == 0 {
		return nil
	}
	return fail(self, msg, strings.Join(lines, "\n"))
}

// countEqual compares the items of two iterables in any order.
func countEqual(self, first, second, msg any) any {
	a, b := slices.Collect(py.Iter(first)), slices.Collect(py.Iter(second))
	count := func(items []any, v any) int {
		n := 0
		for _, item := range items {
			if py.Equal(item, v) {
				n++
			}
		}
		return n
	}
	var lines []string
	for i, v := range slices.Concat(a, b) {
		all := slices.Concat(a, b)
		if count(all[:i], v) > 0 {
			continue
		}
		if x, y := count(a, v), count(b, v); x != y {
			lines = append(lines, fmt.Sprintf("First has %d, Second has %d:  %s", x, y, repr(v)))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return fail(self, msg, withDiff(self, "Element counts were not equal:\n", strings.Join(lines, "\n")))
}

// almostEqual compares numbers with an accuracy.
func almostEqual(self, first, second, places, msg, delta any, want bool) any {
	if py.Equal(first, second) == want && want {
		return nil
	}
	if delta != nil && places != nil {
		panic(exc.TypeError("specify delta or places not both"))
	}
	diff := py.Call(py.Builtin("abs"), py.Sub(first, second))
	x, y, d := repr(first), repr(second), repr(diff)
	if delta != nil {
		if py.LessEqual(diff, delta) == want {
			return nil
		}
		if want {
			return fail(self, msg, fmt.Sprintf("%s != %s within %s delta (%s difference)", x, y, repr(delta), d))
		}
		return fail(self, msg, fmt.Sprintf("%s == %s within %s delta (%s difference)", x, y, repr(delta), d))
	}
	if places == nil {
		places = 7
	}
	if py.Equal(py.Call(py.Builtin("round"), diff, places), 0) == want {
		if want || !py.Equal(first, second) {
			return nil
		}
	}
	if want {
		return fail(self, msg, fmt.Sprintf("%s != %s within %s places (%s difference)", x, y, repr(places), d))
	}
	return fail(self, msg, fmt.Sprintf("%s == %s within %s places", x, y, repr(places)))
}

// addAssertions defines the assertions of TestCase.
func addAssertions(b *define.Body) {
	// test defines an assertion about one value, and pair about two.
	test := func(name, text string, holds func(v any) bool) {
		b.Method(name+"(self, expr, msg=None)", func(self, v, msg any) any {
			if holds(v) {
				return nil
			}
			return fail(self, msg, strings.ReplaceAll(text, "%", repr(v)))
		})
	}
	test("assertTrue", "% is not true", py.Truth)
	test("assertFalse", "% is not false", func(v any) bool { return !py.Truth(v) })
	test("assertIsNone", "% is not None", func(v any) bool { return v == nil })
	test("assertIsNotNone", "unexpectedly None", func(v any) bool { return v != nil })
	pair := func(name, text string, holds func(x, y any) bool) {
		b.Method(name+"(self, first, second, msg=None)", func(self, x, y, msg any) any {
			if holds(x, y) {
				return nil
			}
			return fail(self, msg, repr(x)+" "+text+" "+repr(y))
		})
	}
	pair("assertNotEqual", "==", py.NotEqual)
	pair("assertIs", "is not", py.Is)
	pair("assertIn", "not found in", func(x, y any) bool { return py.Contains(y, x) })
	pair("assertNotIn", "unexpectedly found in", func(x, y any) bool { return !py.Contains(y, x) })
	pair("assertIsInstance", "is not an instance of", py.IsInstance)
	pair("assertNotIsInstance", "is an instance of", func(x, y any) bool { return !py.IsInstance(x, y) })
	pair("assertLess", "not less than", py.Less)
	pair("assertLessEqual", "not less than or equal to", py.LessEqual)
	pair("assertGreater", "not greater than", py.Greater)
	pair("assertGreaterEqual", "not greater than or equal to", py.GreaterEqual)
	b.Method("assertIsNot(self, expr1, expr2, msg=None)", func(self, x, y, msg any) any {
		if !py.Is(x, y) {
			return nil
		}
		return fail(self, msg, "unexpectedly identical: "+repr(x))
	})
	for name, compare := range map[string]func(self, first, second, msg any) any{
		"assertEqual": assertEqual, "assertMultiLineEqual": multiLineEqual, "assertDictEqual": dictEqual,
		"assertSetEqual": setEqual, "assertCountEqual": countEqual,
		"assertListEqual":     func(self, x, y, msg any) any { return sequenceEqual(self, x, y, msg, "List") },
		"assertTupleEqual":    func(self, x, y, msg any) any { return sequenceEqual(self, x, y, msg, "Tuple") },
		"assertSequenceEqual": func(self, x, y, msg any) any { return sequenceEqual(self, x, y, msg, "") },
	} {
		b.Method(name+"(self, first, second, msg=None)", compare)
	}
	b.Method("assertAlmostEqual(self, first, second, places=None, msg=None, delta=None)", func(self, x, y, places, msg, delta any) any {
		return almostEqual(self, x, y, places, msg, delta, true)
	})
	b.Method("assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None)", func(self, x, y, places, msg, delta any) any {
		return almostEqual(self, x, y, places, msg, delta, false)
	})
	search := func(pattern, text any) any { return py.CallMethod(re.Module(), "search", pattern, text) }
	patternText := func(pattern any) string { return repr(py.GetAttrOr(pattern, "pattern", pattern)) }
	b.Method("assertRegex(self, text, expected_regex, msg=None)", func(self, text, pattern, msg any) any {
		if search(pattern, text) != nil {
			return nil
		}
		return fail(self, msg, fmt.Sprintf("Regex didn't match: %s not found in %s", patternText(pattern), repr(text)))
	})
	b.Method("assertNotRegex(self, text, unexpected_regex, msg=None)", func(self, text, pattern, msg any) any {
		match := search(pattern, text)
		if match == nil {
			return nil
		}
		return fail(self, msg, fmt.Sprintf("Regex matched: %s matches %s in %s", repr(py.CallMethod(match, "group")), patternText(pattern), repr(text)))
	})
}
