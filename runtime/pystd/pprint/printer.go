// Package pprint is Python's module pprint: it prints nested values over as
// many lines as their width needs. The options depth, compact and
// underscore_numbers are refused.
// https://docs.python.org/3.13/library/pprint.html
package pprint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A printer lays out one value.
type printer struct {
	indent, width int
	sorted        bool
	out           strings.Builder
}

func (p *printer) write(text string) { p.out.WriteString(text) }

// isA tells whether v is printed as values of a builtin class are.
func isA(v any, class *py.Class) bool {
	own, _ := py.TypeOf(v).Lookup("__repr__")
	builtin, _ := class.Lookup("__repr__")
	return py.TypeOf(v).IsSubclassOf(class) && own == builtin
}

// less orders what can be ordered, and other values by their types.
func less(a, b any) bool {
	var result bool
	if py.Try(func() error {
		result = py.Less(a, b)
		return nil
	}) == nil {
		return result
	}
	return py.Str(py.TypeOf(a)) < py.Str(py.TypeOf(b))
}

func compare(a, b any) int {
	switch {
	case less(a, b):
		return -1
	case less(b, a):
		return 1
	}
	return 0
}

// items are the pairs of a dict in the order in which they are printed.
func (p *printer) items(dict any) []py.Tuple {
	var items []py.Tuple
	for pair := range py.Iter(py.CallMethod(dict, "items")) {
		items = append(items, pair.(py.Tuple))
	}
	if p.sorted {
		slices.SortStableFunc(items, func(a, b py.Tuple) int { return compare(a[0], b[0]) })
	}
	return items
}

// repr is the text of v on one line, dicts in order.
func (p *printer) repr(v any) string {
	py.Enter()
	defer py.Leave()
	var parts []string
	switch {
	case isA(v, py.DictClass):
		for _, item := range p.items(v) {
			parts = append(parts, p.repr(item[0])+": "+p.repr(item[1]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case isA(v, py.ListClass), isA(v, py.TupleClass):
		for item := range py.Iter(v) {
			parts = append(parts, p.repr(item))
		}
		text := strings.Join(parts, ", ")
		if isA(v, py.ListClass) {
			return "[" + text + "]"
		}
		if len(parts) == 1 {
			text += ","
		}
		return "(" + text + ")"
	}
	return py.Repr(v)
}

// print writes v, which begins at the column indent and is followed by
// allowance characters.
func (p *printer) print(v any, indent, allowance, level int) {
	text := p.repr(v)
	if py.StrLen(text) <= p.width-indent-allowance {
		p.write(text)
		return
	}
	level++
	switch {
	case isA(v, py.DictClass):
		p.write("{" + strings.Repeat(" ", p.indent-1))
		p.printPairs(p.items(v), indent, allowance+1, level)
		p.write("}")
	case isA(v, py.ListClass):
		p.write("[")
		p.printItems(py.TupleFrom(py.Iter(v)), indent, allowance+1, level)
		p.write("]")
	case isA(v, py.TupleClass):
		end := ")"
		if py.Len(v) == 1 {
			end = ",)"
		}
		p.write("(")
		p.printItems(py.TupleFrom(py.Iter(v)), indent, allowance+len(end), level)
		p.write(end)
	case (isA(v, py.SetClass) || isA(v, py.FrozenSetClass)) && py.Len(v) > 0:
		p.printSet(v, indent, allowance, level)
	case isA(v, py.StrClass) && text != "''":
		p.printText(py.Payload(v).(string), text, indent, allowance, level)
	case isUnsupported(v):
		panic(exc.NotImplementedError("pprint of a wide %s", py.TypeOf(v).Name()))
	default:
		p.write(text)
	}
}

// isUnsupported tells of the classes that CPython prints in ways of their own.
func isUnsupported(v any) bool {
	class := py.TypeOf(v)
	if _, ok := class.Lookup("__dataclass_fields__"); ok {
		return true
	}
	switch class.ModuleName() {
	case "collections", "types":
		return true
	}
	return class == py.BytesClass || class == py.ByteArrayClass
}

func (p *printer) printPairs(items []py.Tuple, indent, allowance, level int) {
	indent += p.indent
	for i, item := range items {
		key := p.repr(item[0])
		p.write(key + ": ")
		if i == len(items)-1 {
			p.print(item[1], indent+py.StrLen(key)+2, allowance, level)
			return
		}
		p.print(item[1], indent+py.StrLen(key)+2, 1, level)
		p.write(",\n" + strings.Repeat(" ", indent))
	}
}

func (p *printer) printItems(items py.Tuple, indent, allowance, level int) {
	indent += p.indent
	p.write(strings.Repeat(" ", p.indent-1))
	for i, item := range items {
		if i == len(items)-1 {
			p.print(item, indent, allowance, level)
			return
		}
		p.print(item, indent, 1, level)
		p.write(",\n" + strings.Repeat(" ", indent))
	}
}

func (p *printer) printSet(v any, indent, allowance, level int) {
	start, end := "{", "}"
	if class := py.TypeOf(v); class != py.SetClass {
		start, end = class.Name()+"({", "})"
		indent += len(class.Name()) + 1
	}
	items := py.TupleFrom(py.Iter(v))
	slices.SortStableFunc(items, compare)
	p.write(start)
	p.printItems(items, indent, allowance+len(end), level)
	p.write(end)
}

var words = regexp.MustCompile(`\S*\s*`)

// printText breaks a text at its lines, and lines between words.
func (p *printer) printText(s, text string, indent, allowance, level int) {
	lines := py.ListFrom(py.StrSplitLines(s, true).All())
	if level == 1 {
		indent++
		allowance++
	}
	var chunks []string
	last := lines.Len() - 1
	for i := range lines.Len() {
		line := lines.Get(i)
		room := p.width - indent
		whole := py.Repr(line)
		if i == last {
			room -= allowance
		}
		if py.StrLen(whole) <= room {
			chunks = append(chunks, whole)
			continue
		}
		chunks = append(chunks, p.wrap(line, indent, allowance, i == last)...)
	}
	if len(chunks) == 1 {
		p.write(text)
		return
	}
	joined := strings.Join(chunks, "\n"+strings.Repeat(" ", indent))
	if level == 1 {
		joined = "(" + joined + ")"
	}
	p.write(joined)
}

func (p *printer) wrap(line string, indent, allowance int, last bool) []string {
	var chunks []string
	current, room := "", p.width-indent
	parts := words.FindAllString(line, -1)
	if n := len(parts); n > 0 && parts[n-1] == "" {
		parts = parts[:n-1]
	}
	for j, part := range parts {
		if last && j == len(parts)-1 {
			room -= allowance
		}
		if py.StrLen(py.Repr(current+part)) <= room {
			current += part
			continue
		}
		if current != "" {
			chunks = append(chunks, py.Repr(current))
		}
		current = part
	}
	if current != "" {
		chunks = append(chunks, py.Repr(current))
	}
	return chunks
}
