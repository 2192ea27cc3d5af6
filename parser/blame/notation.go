package blame

import (
	_ "embed" // for the grammar
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// The grammar is written in a notation of our own.
//
//	rule: alternative | alternative       a tab at the start of a line continues the rule
//	rule*:                                the results of the rule are kept
//	<rule:                                the rule is left recursive (and kept)
//	?rule:  ?rule                         an error rule, tried in the second pass only
//	-rule:                                error rules are off within this rule
//	'x'  "x"  NAME                        a token, a soft keyword, a kind of token
//	[x]  x?  x*  x+  s.x+                 optional, any number, at least one, separated by s
//	(x | y)  &x  !x  &&'x'  ~             group, lookaheads, a token that must come, cut
//	a=x                                   gives the value of x a label
//	=> Kind   => a                        the kind of the alternative's value; the value of a
//	^act a b "message"                    an action, see actions.go
//
//go:embed grammar.txt
var grammarText string

type operator uint8

const (
	opToken   operator = iota // token of kind item.token
	opSoft                    // name with the text item.text
	opAnySoft                 // any soft keyword
	opRule                    // item.rule
	opGroup                   // item.alternatives
	opOptional
	opStar
	opPlus
	opGather // item.inner separated by item.separator
	opAhead
	opNotAhead
	opForced
	opCut
)

type item struct {
	op           operator
	token        scanner.Kind
	text         string
	rule         *rule
	alternatives []alternative
	inner        *item
	separator    *item
	label        byte // 'a', 'b' or 0
}

type alternative struct {
	items   []item
	kind    kind
	result  byte // label of the value to pass on, or 0
	action  string
	message string
	isError bool // refers to an error rule
}

type rule struct {
	name         string
	alternatives []alternative
	isKept       bool
	isRecursive  bool
	withoutError bool
	index        int
}

type grammar map[string]*rule

var loadGrammar = sync.OnceValue(func() grammar {
	g := grammar{}
	for _, line := range logicalLines(grammarText) {
		head, body, _ := strings.Cut(line, ":")
		name := strings.Trim(head, "<?-*")
		r := g.rule(name)
		r.isRecursive = strings.HasPrefix(head, "<")
		r.withoutError = strings.HasPrefix(head, "-")
		r.isKept = strings.HasSuffix(head, "*") || r.isRecursive
		n := notation{grammar: g, text: body}
		r.alternatives = n.alternatives()
		if n.skipBlanks(); n.text != "" {
			panic(fmt.Sprintf("grammar: rule %s: %q is left over", name, n.text))
		}
	}
	for name, r := range g {
		if r.alternatives == nil {
			panic("grammar: no rule " + name)
		}
	}
	return g
})

func (g grammar) rule(name string) *rule {
	r := g[name]
	if r == nil {
		r = &rule{name: name, index: len(g)}
		g[name] = r
	}
	return r
}

// logicalLines drops comments and blank lines and joins continued lines.
func logicalLines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case line[0] == '\t':
			lines[len(lines)-1] += " " + line[1:]
		default:
			lines = append(lines, line)
		}
	}
	return lines
}

// notation reads the right side of a rule.
type notation struct {
	grammar grammar
	text    string
}

func (n *notation) skipBlanks() { n.text = strings.TrimLeft(n.text, " ") }

func (n *notation) accept(prefix string) bool {
	n.skipBlanks()
	rest, ok := strings.CutPrefix(n.text, prefix)
	if ok {
		n.text = rest
	}
	return ok
}

func (n *notation) word() string {
	end := strings.IndexFunc(n.text, func(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		end = len(n.text)
	}
	word := n.text[:end]
	n.text = n.text[end:]
	return word
}

func (n *notation) alternatives() []alternative {
	list := []alternative{n.alternative()}
	for n.accept("|") {
		list = append(list, n.alternative())
	}
	return list
}

func (n *notation) alternative() alternative {
	var alt alternative
	for {
		n.skipBlanks()
		if n.text == "" || strings.HasPrefix(n.text, "|") || strings.HasPrefix(n.text, ")") || strings.HasPrefix(n.text, "]") {
			return alt
		}
		switch {
		case n.accept("=>"):
			n.skipBlanks()
			if word := n.word(); len(word) == 1 {
				alt.result = word[0]
			} else {
				alt.kind = kindByName(word)
			}
		case n.accept("^"):
			alt.action = n.word()
			if n.accept("a") {
				n.accept("b")
			}
			if n.accept(`"`) {
				alt.message = n.quoted('"')
			}
		default:
			isError := strings.HasPrefix(n.text, "?")
			alt.isError = alt.isError || isError
			alt.items = append(alt.items, n.item())
		}
	}
}

// quoted reads up to a closing quote, before which a backslash escapes.
func (n *notation) quoted(quote byte) string {
	var out []byte
	for i := 0; i < len(n.text); i++ {
		switch c := n.text[i]; {
		case c == quote:
			n.text = n.text[i+1:]
			return string(out)
		case c == '\\':
			i++
			out = append(out, n.text[i])
		default:
			out = append(out, c)
		}
	}
	panic("grammar: missing quote")
}

func (n *notation) item() item {
	if len(n.text) > 1 && n.text[1] == '=' && (n.text[0] == 'a' || n.text[0] == 'b') {
		label := n.text[0]
		n.text = n.text[2:]
		labelled := n.item()
		labelled.label = label
		return labelled
	}
	switch {
	case n.accept("~"):
		return item{op: opCut}
	case n.accept("&&"):
		inner := n.atom()
		return item{op: opForced, token: inner.token}
	case n.accept("&"):
		inner := n.atom()
		return item{op: opAhead, inner: &inner}
	case n.accept("!"):
		inner := n.atom()
		return item{op: opNotAhead, inner: &inner}
	}
	inner := n.atom()
	switch {
	case strings.HasPrefix(n.text, "."):
		n.text = n.text[1:]
		element := n.atom()
		if !n.accept("+") {
			panic("grammar: a separator needs +")
		}
		return item{op: opGather, inner: &element, separator: &inner}
	case strings.HasPrefix(n.text, "?"):
		n.text = n.text[1:]
		return item{op: opOptional, inner: &inner}
	case strings.HasPrefix(n.text, "*"):
		n.text = n.text[1:]
		return item{op: opStar, inner: &inner}
	case strings.HasPrefix(n.text, "+"):
		n.text = n.text[1:]
		return item{op: opPlus, inner: &inner}
	}
	return inner
}

func (n *notation) atom() item {
	switch {
	case n.accept("("):
		group := item{op: opGroup, alternatives: n.alternatives()}
		n.accept(")")
		return group
	case n.accept("["):
		group := item{op: opGroup, alternatives: n.alternatives()}
		n.accept("]")
		return item{op: opOptional, inner: &group}
	case n.accept("'"):
		return item{op: opToken, token: kindOfSpelling(n.quoted('\''))}
	case n.accept(`"`):
		return item{op: opSoft, text: n.quoted('"')}
	}
	n.accept("?")
	word := n.word()
	if word == "SOFT_KEYWORD" {
		return item{op: opAnySoft}
	}
	if token, ok := tokenClasses[word]; ok {
		return item{op: opToken, token: token}
	}
	if word == "" {
		panic(fmt.Sprintf("grammar: cannot read %q", n.text))
	}
	return item{op: opRule, rule: n.grammar.rule(word)}
}

var tokenClasses = map[string]scanner.Kind{
	"NAME": scanner.Name, "NUMBER": scanner.Number, "STRING": scanner.String, "NEWLINE": scanner.Newline,
	"INDENT": scanner.Indent, "DEDENT": scanner.Dedent, "ENDMARKER": scanner.EndMarker,
	"TYPE_COMMENT": scanner.TypeComment, "FSTRING_START": scanner.FStringStart,
	"FSTRING_MIDDLE": scanner.FStringMiddle, "FSTRING_END": scanner.FStringEnd,
}

func kindOfSpelling(spelling string) scanner.Kind {
	for kind := scanner.LParen; kind <= scanner.Yield; kind++ {
		if kind.String() == spelling {
			return kind
		}
	}
	panic("grammar: no token " + spelling)
}
