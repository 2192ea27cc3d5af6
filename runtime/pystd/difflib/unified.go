package difflib

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// comparison is what unified_diff and context_diff are called with.
type comparison struct {
	a, b       []any
	names      [2]string
	terminator string
	groups     [][]opcode
}

// newComparison reads the arguments a, b, fromfile, tofile, fromfiledate,
// tofiledate, n and lineterm.
func newComparison(args []any) *comparison {
	c := &comparison{a: items(args[0]), b: items(args[1])}
	for _, side := range [][]any{c.a, c.b} {
		if len(side) > 0 {
			if _, ok := py.Payload(side[0]).(string); !ok {
				panic(exc.TypeError("lines to compare must be str, not %s (%s)", py.TypeOf(side[0]).Name(), py.Repr(side[0])))
			}
		}
	}
	for _, i := range []int{2, 3, 4, 5, 7} {
		if _, ok := py.Payload(args[i]).(string); !ok {
			panic(exc.TypeError("all arguments must be str, not: %s", py.Repr(args[i])))
		}
	}
	c.terminator = py.As[string](args[7])
	for i := range c.names {
		c.names[i] = py.As[string](args[2+i])
		if date := py.As[string](args[4+i]); date != "" {
			c.names[i] += "\t" + date
		}
	}
	m := newMatcher(nil, true)
	m.setA(py.ListOf(c.a...))
	m.setB(py.ListOf(c.b...))
	c.groups = m.grouped(number.Int(args[6]))
	return c
}

// unifiedRange is a range of lines as unified diffs have it.
func unifiedRange(start, stop int) string {
	begin, length := start+1, stop-start
	switch length {
	case 1:
		return fmt.Sprint(begin)
	case 0:
		begin--
	}
	return fmt.Sprintf("%d,%d", begin, length)
}

// contextRange is a range of lines as context diffs have it.
func contextRange(start, stop int) string {
	begin, length := start+1, stop-start
	if length == 0 {
		begin--
	}
	if length <= 1 {
		return fmt.Sprint(begin)
	}
	return fmt.Sprintf("%d,%d", begin, begin+length-1)
}

func unified(args []any, out func(line string)) {
	c := newComparison(args)
	write := func(sign string, lines []any) {
		for _, line := range lines {
			out(sign + py.As[string](line))
		}
	}
	for i, group := range c.groups {
		if i == 0 {
			out("--- " + c.names[0] + c.terminator)
			out("+++ " + c.names[1] + c.terminator)
		}
		first, last := group[0], group[len(group)-1]
		out("@@ -" + unifiedRange(first.a1, last.a2) + " +" + unifiedRange(first.b1, last.b2) + " @@" + c.terminator)
		for _, s := range group {
			if s.tag == "equal" {
				write(" ", c.a[s.a1:s.a2])
				continue
			}
			write("-", c.a[s.a1:s.a2])
			write("+", c.b[s.b1:s.b2])
		}
	}
}

// contextSigns are the signs of lines in a context diff.
var contextSigns = map[string]string{"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}

func context(args []any, out func(line string)) {
	c := newComparison(args)
	// side writes the lines of one file if something of it has changed.
	side := func(group []opcode, change string, lines func(s opcode) []any) {
		changed := false
		for _, s := range group {
			changed = changed || s.tag == "replace" || s.tag == change
		}
		for _, s := range group {
			if !changed || s.tag != "equal" && s.tag != "replace" && s.tag != change {
				continue
			}
			for _, line := range lines(s) {
				out(contextSigns[s.tag] + py.As[string](line))
			}
		}
	}
	for i, group := range c.groups {
		if i == 0 {
			out("*** " + c.names[0] + c.terminator)
			out("--- " + c.names[1] + c.terminator)
		}
		first, last := group[0], group[len(group)-1]
		out("***************" + c.terminator)
		out("*** " + contextRange(first.a1, last.a2) + " ****" + c.terminator)
		side(group, "delete", func(s opcode) []any { return c.a[s.a1:s.a2] })
		out("--- " + contextRange(first.b1, last.b2) + " ----" + c.terminator)
		side(group, "insert", func(s opcode) []any { return c.b[s.b1:s.b2] })
	}
}

// diffBytes compares lines of bytes, which stand for themselves in the text
// that the function compares.
func diffBytes(args []any) any {
	decode := func(v any) any {
		b, ok := py.Payload(v).(py.Bytes)
		if !ok {
			panic(exc.TypeError("all arguments must be bytes, not %s (%s)", py.TypeOf(v).Name(), py.Repr(v)))
		}
		return py.BytesDecode(string(b), "ascii", "surrogateescape")
	}
	list := func(v any) any {
		all := py.ListOf[any]()
		for line := range py.Iter(v) {
			all.Append(decode(line))
		}
		return all
	}
	result := py.Call(args[0], list(args[1]), list(args[2]), decode(args[3]), decode(args[4]), decode(args[5]), decode(args[6]), args[7], decode(args[8]))
	all := py.ListOf[any]()
	for line := range py.Iter(result) {
		all.Append(py.StrEncode(py.As[string](line), "ascii", "surrogateescape"))
	}
	return py.GetIter(all)
}
