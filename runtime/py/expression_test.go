package py

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// evaluator evaluates the Python expressions of the tables in testdata with the
// dynamic operations: literals, displays, operators, calls, subscripts,
// lambdas and assignment expressions. Its input is known to be valid.
type evaluator struct {
	tokens []string
	at     int
	names  map[string]any
}

// evaluate returns repr of the value of an expression, or the class and text
// of the exception it raises.
func evaluate(source string) (result string) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(BaseException)
			if !ok {
				result = fmt.Sprintf("Go panic: %v", r)
				return
			}
			result = e.PyClass().Name() + ": " + Str(e)
		}
	}()
	e := &evaluator{tokens: tokenize(source), names: map[string]any{}}
	thunk := e.expression()
	if e.at != len(e.tokens) {
		return "not parsed: " + strings.Join(e.tokens[e.at:], " ")
	}
	return Repr(thunk())
}

type thunk = func() any

const operatorRunes = "+-*/%@&|^~<>()[]{},:.=!"

func tokenize(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		c := s[i]
		start := i
		switch {
		case c == ' ':
			i++
			continue
		case c == '\'' || c == '"' || strings.HasPrefix(s[i:], "b'") || strings.HasPrefix(s[i:], `b"`):
			if c == 'b' {
				i++
			}
			quote := s[i]
			for i++; s[i] != quote; i++ {
				if s[i] == '\\' {
					i++
				}
			}
			i++
		case c >= '0' && c <= '9', c == '.' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			hex := strings.HasPrefix(s[i:], "0x")
			for i < len(s) && (strings.IndexByte("0123456789abcdefxojE._", s[i]) >= 0 ||
				!hex && (s[i] == '-' || s[i] == '+') && s[i-1]|0x20 == 'e') {
				i++
			}
		case strings.IndexByte(operatorRunes, c) >= 0:
			n := 1
			for _, op := range []string{"**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":="} {
				if strings.HasPrefix(s[i:], op) {
					n = 2
				}
			}
			i += n
		default:
			for i < len(s) && s[i] != ' ' && strings.IndexByte(operatorRunes, s[i]) < 0 {
				i++
			}
		}
		out = append(out, s[start:i])
	}
	return out
}

func (e *evaluator) peek() string {
	if e.at < len(e.tokens) {
		return e.tokens[e.at]
	}
	return ""
}

func (e *evaluator) next() string {
	e.at++
	return e.tokens[e.at-1]
}

func (e *evaluator) accept(token string) bool {
	if e.peek() == token {
		e.at++
		return true
	}
	return false
}

func (e *evaluator) expression() thunk {
	if e.accept("lambda") {
		return e.lambda()
	}
	if e.at+1 < len(e.tokens) && e.tokens[e.at+1] == ":=" {
		name := e.next()
		e.next()
		value := e.expression()
		return func() any {
			e.names[name] = value()
			return e.names[name]
		}
	}
	return e.binary(0)
}

func (e *evaluator) lambda() thunk {
	var params []string
	for !e.accept(":") {
		if name := e.next(); name != "," {
			params = append(params, name)
		}
	}
	body := e.expression()
	return func() any {
		return Func("<lambda>("+strings.Join(params, ", ")+")", func(args []any) any {
			for i, p := range params {
				e.names[p] = args[i]
			}
			return body()
		})
	}
}

// levels are the binary operators from the loosest to the tightest.
var levels = [][]string{
	{"or"}, {"and"}, {"not"},
	{"in", "is", "<", "<=", ">", ">=", "==", "!="},
	{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%", "@"},
}

var operators = map[string]func(a, b any) any{
	"<": Lt, "<=": Le, ">": Gt, ">=": Ge, "==": Eq, "!=": Ne,
	"in": func(a, b any) any { return Contains(b, a) }, "is": func(a, b any) any { return Is(a, b) },
	"|": BitOr, "^": BitXor, "&": BitAnd, "<<": LShift, ">>": RShift, "+": Add, "-": Sub,
	"*": Mul, "/": TrueDiv, "//": FloorDiv, "%": Mod, "@": MatMul, "**": Pow,
}

func (e *evaluator) binary(level int) thunk {
	switch {
	case level == len(levels):
		return e.unary()
	case level == 2:
		if e.accept("not") {
			operand := e.binary(level)
			return func() any { return !Truth(operand()) }
		}
		return e.binary(level + 1)
	}
	left := e.binary(level + 1)
	for {
		op := e.peek()
		if !contains(levels[level], op) {
			return left
		}
		e.next()
		a, b := left, e.binary(level+1)
		switch op {
		case "or":
			left = func() any {
				if v := a(); Truth(v) {
					return v
				}
				return b()
			}
		case "and":
			left = func() any {
				if v := a(); !Truth(v) {
					return v
				}
				return b()
			}
		default:
			apply := operators[op]
			left = func() any {
				x := a()
				return apply(x, b())
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

func (e *evaluator) unary() thunk {
	for op, apply := range map[string]func(any) any{"-": Neg, "+": Pos, "~": Invert} {
		if e.accept(op) {
			operand := e.unary()
			return func() any { return apply(operand()) }
		}
	}
	base := e.postfix(e.atom())
	if e.accept("**") {
		exponent := e.unary()
		return func() any {
			b := base()
			return Pow(b, exponent())
		}
	}
	return base
}

func (e *evaluator) postfix(v thunk) thunk {
	for {
		object := v
		switch {
		case e.accept("."):
			name := e.next()
			v = func() any { return GetAttr(object(), name) }
		case e.accept("["):
			key := e.subscript()
			v = func() any {
				o := object()
				return GetItem(o, key())
			}
		case e.accept("("):
			v = e.call(object)
		default:
			return v
		}
	}
}

func (e *evaluator) call(function thunk) thunk {
	var args []thunk
	var names []string
	for !e.accept(")") {
		name := ""
		switch {
		case e.accept("*"):
			name = "*"
		case e.at+1 < len(e.tokens) && e.tokens[e.at+1] == "=":
			name = e.next()
			e.next()
		}
		names = append(names, name)
		args = append(args, e.expression())
		e.accept(",")
	}
	return func() any {
		f := function()
		var positional []any
		var kw Kwargs
		for i, arg := range args {
			switch v := arg(); names[i] {
			case "":
				positional = append(positional, v)
			case "*":
				positional = append(positional, collect(v)...)
			default:
				kw = append(kw, Kw{names[i], v})
			}
		}
		return CallKw(f, positional, kw)
	}
}

func (e *evaluator) subscript() thunk {
	parts := []thunk{nil}
	colons := 0
	for !e.accept("]") {
		if e.accept(":") {
			colons++
			parts = append(parts, nil)
			continue
		}
		parts[len(parts)-1] = e.expression()
	}
	if colons == 0 {
		return parts[0]
	}
	return func() any {
		var values [3]any
		for i, p := range parts {
			if p != nil {
				values[i] = p()
			}
		}
		return NewSlice(values[0], values[1], values[2])
	}
}

func (e *evaluator) items(end string) (items []thunk, comma bool) {
	for !e.accept(end) {
		items = append(items, e.expression())
		comma = e.accept(",") || comma
	}
	return items, comma
}

func values(items []thunk) []any {
	out := make([]any, len(items))
	for i, item := range items {
		out[i] = item()
	}
	return out
}

func (e *evaluator) atom() thunk {
	t := e.next()
	switch {
	case t == "(":
		items, comma := e.items(")")
		if len(items) == 1 && !comma {
			return items[0]
		}
		return func() any { return Tuple(values(items)) }
	case t == "[":
		items, _ := e.items("]")
		return func() any { return ListOf(values(items)...) }
	case t == "{":
		return e.braces()
	case t == "None":
		return func() any { return nil }
	case t == "True" || t == "False":
		return func() any { return t == "True" }
	case strings.HasPrefix(t, "b'") || strings.HasPrefix(t, `b"`):
		d := &decoding{name: "escapes", errors: "strict", data: t[2 : len(t)-1]}
		decodeEscapes(d, true)
		raw := make([]byte, 0, len(d.out))
		for _, r := range runesOf(string(d.out)) {
			raw = append(raw, byte(r))
		}
		return func() any { return Bytes(raw) }
	case t[0] == '\'' || t[0] == '"':
		return func() any { return unescape(t[1 : len(t)-1]) }
	case t[0] >= '0' && t[0] <= '9' || t[0] == '.':
		return number(t)
	}
	return func() any {
		if v, ok := e.names[t]; ok {
			return v
		}
		return Builtin(t)
	}
}

// unescape reads the escapes of a str literal.
func unescape(s string) string {
	var out strings.Builder
	for s != "" {
		mark := strings.IndexByte(s, '\\')
		if mark < 0 {
			mark = len(s)
		}
		out.WriteString(s[:mark])
		s = s[mark:]
		if s == "" {
			break
		}
		n := 2
		if width := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]; width > 0 {
			n += width
		}
		d := &decoding{name: "escapes", errors: "strict", data: s[:n]}
		decodeEscapes(d, true)
		out.Write(d.out)
		s = s[n:]
	}
	return out.String()
}

func number(t string) thunk {
	if imaginary, ok := strings.CutSuffix(t, "j"); ok {
		f := ParseFloat(imaginary)
		return func() any { return complex(0, f) }
	}
	if !strings.HasPrefix(t, "0x") && strings.ContainsAny(t, ".eE") {
		f := ParseFloat(t)
		return func() any { return f }
	}
	i := ParseInt(t, 0)
	return func() any { return i }
}

func (e *evaluator) braces() thunk {
	if e.accept("}") {
		return func() any { return NewDict[any, any]() }
	}
	first := e.expression()
	if !e.accept(":") {
		e.accept(",")
		items, _ := e.items("}")
		items = append([]thunk{first}, items...)
		return func() any { return SetOf(values(items)...) }
	}
	keys, vals := []thunk{first}, []thunk{e.expression()}
	e.accept(",")
	for !e.accept("}") {
		keys = append(keys, e.expression())
		e.accept(":")
		vals = append(vals, e.expression())
		e.accept(",")
	}
	return func() any {
		d := NewDict[any, any]()
		for i := range keys {
			k := keys[i]()
			d.Set(k, vals[i]())
		}
		return d
	}
}

// testTable runs a table of testdata: an expression and what CPython 3.13
// prints for it, separated by a tab.
func testTable(t *testing.T, lines string) {
	t.Helper()
	failed := 0
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		source, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("line %d has no tab: %s", i+1, line)
		}
		if got := evaluate(source); got != want {
			failed++
			if failed <= 40 {
				t.Errorf("%s\n got %s\nwant %s", source, strconv.Quote(got), strconv.Quote(want))
			}
		}
	}
	if failed > 40 {
		t.Errorf("%d lines differ", failed)
	}
}
