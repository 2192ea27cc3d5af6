package typing

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// typingNamespace is Module; init assigns it because get_type_hints, which the
// module contains, looks names up in it.
var typingNamespace func() *py.Module

func init() { typingNamespace = Module }

// evaluator finds the types that string annotations name: names, attributes,
// subscripts, unions and literals.
type evaluator struct {
	globals, locals any
	// owner is the class or function the annotation belongs to.
	owner any
	text  string
	at    int
}

func (e evaluator) evaluate(text string) any {
	e.text, e.at = text, 0
	t := e.union()
	if e.peek() != 0 {
		panic(py.NewSyntaxError("Forward reference must be an expression -- got " + py.Repr(text)))
	}
	if t == nil {
		return py.NoneClass
	}
	return resolve(t, e)
}

func (e *evaluator) peek() byte {
	for e.at < len(e.text) && (e.text[e.at] == ' ' || e.text[e.at] == '\n') {
		e.at++
	}
	if e.at == len(e.text) {
		return 0
	}
	return e.text[e.at]
}

func (e *evaluator) take(c byte) bool {
	if e.peek() != c {
		return false
	}
	e.at++
	return true
}

func (e *evaluator) union() any {
	t := e.primary()
	for e.take('|') {
		t = py.BitOr(t, e.primary())
	}
	return t
}

func (e *evaluator) primary() any {
	t := e.atom()
	for {
		switch {
		case e.take('.'):
			t = py.GetAttr(t, e.name())
		case e.take('['):
			t = py.GetItem(t, e.subscript())
		default:
			return t
		}
	}
}

// subscript parses what stands in brackets: one item or a tuple.
func (e *evaluator) subscript() any {
	items := e.items(']')
	if len(items) == 1 && e.text[e.at-2] != ',' {
		return items[0]
	}
	return items
}

func (e *evaluator) items(end byte) py.Tuple {
	items := py.Tuple{}
	for !e.take(end) {
		items = append(items, e.union())
		if !e.take(',') && e.peek() != end {
			panic(py.NewSyntaxError("Forward reference must be an expression -- got " + py.Repr(e.text)))
		}
	}
	return items
}

func (e *evaluator) atom() any {
	switch c := e.peek(); {
	case c == '[':
		e.at++
		return py.ListOf(e.items(']')...)
	case c == '(':
		e.at++
		return e.items(')')
	case c == '\'' || c == '"':
		end := strings.IndexByte(e.text[e.at+1:], c)
		if end >= 0 {
			text := e.text[e.at+1 : e.at+1+end]
			e.at += end + 2
			return text
		}
	case strings.HasPrefix(e.text[e.at:], "..."):
		e.at += 3
		return py.Ellipsis
	case c == '-' || c >= '0' && c <= '9':
		start := e.at
		for e.at++; e.at < len(e.text) && e.text[e.at] >= '0' && e.text[e.at] <= '9'; e.at++ {
		}
		if n, err := strconv.Atoi(e.text[start:e.at]); err == nil {
			return n
		}
	}
	return e.lookup(e.name())
}

func (e *evaluator) name() string {
	e.peek()
	start := e.at
	for e.at < len(e.text) && (e.text[e.at] == '_' || e.text[e.at] >= 0x80 || py.StrIsAlnum(e.text[e.at:e.at+1])) {
		e.at++
	}
	if start == e.at {
		panic(py.NewSyntaxError("Forward reference must be an expression -- got " + py.Repr(e.text)))
	}
	return e.text[start:e.at]
}

func (e *evaluator) lookup(name string) any {
	switch name {
	case "None":
		return nil
	case "True":
		return true
	case "False":
		return false
	}
	for _, scope := range []any{e.locals, e.globals} {
		if scope != nil && py.Contains(scope, name) {
			return py.GetItem(scope, name)
		}
	}
	if c, ok := e.owner.(*py.Class); ok {
		if c.Name() == name {
			return c
		}
		if v, ok := c.Lookup(name); ok {
			return v
		}
	}
	if module, ok := py.GetAttrOr(e.owner, "__module__", nil).(string); ok {
		if v, ok := py.LookupHint(module, name); ok {
			return v
		}
	}
	if v, ok := builtinType(name); ok {
		return v
	}
	if m := typingNamespace(); py.HasAttr(m, name) {
		return m.Attr(name)
	}
	panic(exc.NameError("name '%s' is not defined", name))
}

// builtinType finds a class among the builtins.
func builtinType(name string) (v any, ok bool) {
	err := py.Try(func() error {
		v = py.Builtin(name)
		return nil
	})
	return v, err == nil && v != nil
}
