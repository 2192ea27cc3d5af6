package ast

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// maxDepth bounds how deep expressions may be nested.
const maxDepth = 200

// parser reads Python expressions: those that are literals in full, the others
// as far as it takes to tell them from what is no expression.
type parser struct {
	text  string
	at    int
	depth int // of brackets and of recursion
	open  int // brackets around
}

func (p *parser) line() int { return 1 + strings.Count(p.text[:p.at], "\n") }

func (p *parser) fail(message string) {
	line := p.line()
	if p.text == "" {
		line = 0
	}
	py.Raise(py.NewSyntaxError(message, py.Tuple{"<unknown>", line, p.at + 1, p.text, line, p.at + 1}))
}

func (p *parser) node(kind string, items ...*node) *node {
	return &node{kind: kind, items: items, line: p.line()}
}

// space skips what separates tokens: line ends too between brackets.
func (p *parser) space() {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == ' ' || c == '\t' || c == '\f' || c == '\r' || p.open > 0 && c == '\n':
			p.at++
		case c == '\\' && strings.HasPrefix(p.text[p.at:], "\\\n"):
			p.at += 2
		case c == '#':
			for p.at < len(p.text) && p.text[p.at] != '\n' {
				p.at++
			}
		default:
			return
		}
	}
}

func (p *parser) peek(token string) bool {
	p.space()
	return strings.HasPrefix(p.text[p.at:], token)
}

func (p *parser) take(token string) bool {
	if !p.peek(token) {
		return false
	}
	p.at += len(token)
	return true
}

// word takes a keyword.
func (p *parser) word(word string) bool {
	if !p.peek(word) || isName(p.text[p.at+len(word):]) {
		return false
	}
	p.at += len(word)
	return true
}

func isName(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// end checks that nothing but line ends follows.
func (p *parser) end() {
	p.open = 1
	p.space()
	if p.at < len(p.text) {
		p.fail("invalid syntax")
	}
}

// expression is a test, or without brackets a tuple of them.
func (p *parser) expression() *node {
	p.space()
	if p.at == len(p.text) || p.text[p.at] == '\n' {
		p.fail("invalid syntax")
	}
	first := p.starred()
	if !p.peek(",") {
		return first
	}
	tuple := p.node("Tuple", first)
	for p.take(",") {
		p.space()
		if p.at == len(p.text) || strings.IndexByte(")]}\n:", p.text[p.at]) >= 0 {
			break
		}
		tuple.items = append(tuple.items, p.starred())
	}
	return tuple
}

func (p *parser) starred() *node {
	if p.take("*") {
		return p.node("Starred", p.test())
	}
	return p.test()
}

func (p *parser) test() *node {
	if p.depth++; p.depth > maxDepth {
		p.fail("too many nested parentheses")
	}
	defer func() { p.depth-- }()
	if p.word("lambda") {
		for !p.take(":") {
			p.space()
			if p.at == len(p.text) {
				p.fail("invalid syntax")
			}
			p.at++
		}
		return p.node("Lambda", p.test())
	}
	n := p.binary(0)
	if p.word("if") {
		cond := p.binary(0)
		if !p.word("else") {
			p.fail("expected 'else' after 'if' expression")
		}
		return p.node("IfExp", n, cond, p.test())
	}
	if p.peek(":=") {
		p.at += 2
		return p.node("NamedExpr", n, p.test())
	}
	return n
}

// levels are the binary operators, loosest first.
var levels = [][]string{
	{"or"}, {"and"}, {"not in", "not", "in", "is not", "is", "==", "!=", "<=", ">=", "<", ">"},
	{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"//", "*", "/", "%", "@"},
}

func (p *parser) binary(level int) *node {
	if level == len(levels) {
		return p.unary()
	}
	if level == 2 && p.word("not") {
		return &node{kind: "UnaryOp", op: '!', items: []*node{p.binary(2)}, line: p.line()}
	}
	left := p.binary(level + 1)
	for {
		op := p.operator(levels[level])
		if op == "" {
			return left
		}
		n := p.node("BinOp", left, p.binary(level+1))
		n.op = op[0]
		switch level {
		case 0, 1:
			n.kind = "BoolOp"
		case 2:
			n.kind = "Compare"
		}
		left = n
	}
}

func (p *parser) operator(ops []string) string {
	for _, op := range ops {
		if op == "*" && p.peek("**") || op == "not" {
			continue
		}
		if first, second, two := strings.Cut(op, " "); two {
			mark := p.at
			if p.word(first) && p.word(second) {
				return op
			}
			p.at = mark
		} else if unicode.IsLetter(rune(op[0])) && p.word(op) || !unicode.IsLetter(rune(op[0])) && p.take(op) {
			return op
		}
	}
	return ""
}

func (p *parser) unary() *node {
	for _, op := range []string{"+", "-", "~"} {
		if p.take(op) {
			if p.depth++; p.depth > maxDepth {
				p.fail("too many nested parentheses")
			}
			defer func() { p.depth-- }()
			return &node{kind: "UnaryOp", op: op[0], items: []*node{p.unary()}, line: p.line()}
		}
	}
	n := p.primary()
	if p.take("**") {
		power := p.node("BinOp", n, p.unary())
		power.op = '^'
		return power
	}
	return n
}

func (p *parser) primary() *node {
	if p.word("await") {
		return p.node("Await", p.primary())
	}
	n := p.atom()
	for {
		switch {
		case p.peek("."):
			p.at++
			n = p.node("Attribute", n)
			p.name()
		case p.peek("("):
			call := p.node("Call", n)
			p.bracket(")", func() {
				if p.take("**") {
					call.items = append(call.items, p.test())
					return
				}
				arg := p.starred()
				if arg.kind == "Name" && p.take("=") {
					arg = p.test()
				}
				p.comprehension(arg)
				call.items = append(call.items, arg)
			})
			n = call
		case p.peek("["):
			index := p.node("Subscript", n)
			p.bracket("]", func() {
				for !p.peek("]") && !p.peek(",") {
					if !p.take(":") {
						index.items = append(index.items, p.starred())
					}
				}
			})
			n = index
		default:
			return n
		}
	}
}

// bracket reads items between brackets, with commas.
func (p *parser) bracket(end string, item func()) (commas int) {
	start := p.at
	p.at++
	p.open++
	for !p.take(end) {
		if p.at == len(p.text) {
			opened := p.text[start : start+1]
			p.at = start
			p.fail("'" + opened + "' was never closed")
		}
		item()
		if p.take(",") {
			commas++
		} else if !p.peek(end) {
			p.space()
			if p.at < len(p.text) {
				p.fail("invalid syntax")
			}
		}
	}
	p.open--
	return commas
}

// comprehension reads the clauses after the element of one, which then is no literal.
func (p *parser) comprehension(n *node) {
	for {
		switch {
		case p.word("async"):
		case p.word("for"):
			p.binary(3)
			for p.take(",") {
				p.binary(3)
			}
			if !p.word("in") {
				p.fail("invalid syntax")
			}
			p.binary(0)
			n.kind = "GeneratorExp"
		case n.kind == "GeneratorExp" && p.word("if"):
			p.binary(0)
		default:
			return
		}
	}
}

func (p *parser) name() string {
	p.space()
	start := p.at
	for p.at < len(p.text) && isName(p.text[p.at:]) {
		_, n := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += n
	}
	if start == p.at {
		p.fail("invalid syntax")
	}
	return p.text[start:p.at]
}

func (p *parser) atom() *node {
	p.space()
	rest := p.text[p.at:]
	switch {
	case rest == "":
		p.fail("invalid syntax")
	case rest[0] == '(':
		return p.parentheses()
	case rest[0] == '[':
		list := p.node("List")
		p.bracket("]", func() {
			item := p.starred()
			if p.comprehension(item); item.kind == "GeneratorExp" {
				list.kind = "ListComp"
			}
			list.items = append(list.items, item)
		})
		return list
	case rest[0] == '{':
		return p.braces()
	case strings.HasPrefix(rest, "..."):
		p.at += 3
		return &node{kind: "Constant", value: py.Ellipsis, line: p.line()}
	case rest[0] >= '0' && rest[0] <= '9' || len(rest) > 1 && rest[0] == '.' && rest[1] >= '0' && rest[1] <= '9':
		return p.number()
	}
	if n := p.strings(); n != nil {
		return n
	}
	n := p.node("Name")
	word := p.name()
	switch word {
	case "None", "True", "False":
		n.kind, n.value = "Constant", map[string]any{"None": nil, "True": true, "False": false}[word]
		return n
	case "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
		"global", "if", "import", "in", "is", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield":
		p.at -= len(word)
		p.fail("invalid syntax")
	}
	n.value = word
	return n
}

func (p *parser) parentheses() *node {
	tuple := p.node("Tuple")
	commas := p.bracket(")", func() {
		item := p.starred()
		p.comprehension(item)
		tuple.items = append(tuple.items, item)
	})
	if commas == 0 && len(tuple.items) == 1 {
		return tuple.items[0]
	}
	return tuple
}

func (p *parser) braces() *node {
	n := p.node("Set")
	dict := false
	p.bracket("}", func() {
		if p.take("**") {
			dict = true
			n.keys, n.items = append(n.keys, nil), append(n.items, p.binary(3))
			return
		}
		key := p.starred()
		if p.take(":") {
			dict = true
			n.keys = append(n.keys, key)
			key = p.test()
		}
		if p.comprehension(key); key.kind == "GeneratorExp" {
			n.line = p.line()
		}
		n.items = append(n.items, key)
	})
	if dict || len(n.items) == 0 {
		n.kind = "Dict"
		if len(n.keys) != len(n.items) {
			p.fail("':' expected after dictionary key")
		}
	}
	return n
}
