// Package blame says what is wrong with a text that is not Python, in the words
// of CPython and at the place that CPython names.
//
// CPython finds its messages with a packrat parser that has, besides the grammar
// of the language, rules for common mistakes. Which of them speaks first follows
// from the order in which that parser tries things, so this package tries them in
// the same order: it interprets the same grammar, twice, without the error rules
// and then with them. It is slow and runs only over the statement that the fast
// parser could not read.
package blame

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// Fault is what is wrong with a text.
type Fault struct {
	Exception scanner.Exception
	Message   string
	// Start and End are the bytes to blame.
	Start, End int32
	// AtColumnZero is set when CPython names column 0 of the line, as it does
	// for tokens without text.
	AtColumnZero bool
	// TooNested is set when the text is nested too deeply to tell.
	TooNested bool
}

// Literals tells why a literal token has no value, or returns an empty message.
// The parser, which knows the values of literals, provides it.
type Literals interface {
	Number(token string) string
	String(token string) (message string, blameToken bool)
	FStringMiddle(text string, isRaw bool) string
	IsBytes(token string) bool
	IsImaginary(token string) bool
}

// TooNested is the message for what is nested too deeply. CPython raises a
// MemoryError without one.
const TooNested = "too many nested constructs"

// maxSteps bounds the work on one statement: with error rules on, nested brackets
// take exponential time, in CPython as well. When it is used up, blame goes to the
// last token.
const maxSteps = 2_000_000

// maxLevel is the depth of rules at which CPython's parser gives up.
const maxLevel = 6000

type engine struct {
	text       string
	tokens     []scanner.Token
	scanError  *scanner.Error
	literals   Literals
	first      int // index of the token to start from
	mark       int // index of the next token
	fill       int // how many tokens have been looked at
	withErrors bool
	level      int
	steps      int
	kept       map[memoKey]memoEntry
	fault      *Fault
	// end is the length of the text as CPython sees it, with the line end that
	// is implied at the end of a file.
	end int32
}

type memoKey struct {
	rule *rule
	mark int
}

type memoEntry struct {
	value *node
	ok    bool
	mark  int
}

// errFound unwinds the engine when it has found the fault.
type errFound struct{}

// Find parses the tokens of a text from the index first on, where a statement
// starts, with a start rule (file, interactive or eval). It returns nil when the
// text is right.
func Find(text string, scanned scanner.Result, first int, start string, literals Literals) *Fault {
	e := &engine{text: text, tokens: scanned.Tokens, scanError: scanned.Err, literals: literals, first: first}
	e.end = int32(len(text))
	if start == "file" && !strings.HasSuffix(text, "\n") {
		e.end++
	}
	root := loadGrammar()[start]
	if e.pass(root, false) {
		return nil
	}
	if e.fault != nil {
		e.preferScanError()
		return e.fault
	}
	last := e.fill - 1
	if e.pass(root, true) {
		return nil
	}
	if e.fault == nil {
		e.generic(last)
	} else {
		e.preferScanError()
	}
	return e.fault
}

// pass parses once and reports whether the text fits.
func (e *engine) pass(root *rule, withErrors bool) (ok bool) {
	e.mark, e.withErrors, e.level = e.first, withErrors, 0
	e.kept = map[memoKey]memoEntry{}
	if !withErrors {
		e.fill = e.first
	}
	defer func() {
		if r := recover(); r != nil {
			if _, found := r.(errFound); !found {
				panic(r)
			}
			ok = false
		}
	}()
	_, ok = e.rule(root)
	return ok
}

// look makes sure that the token at the mark has been read. Reading the token at
// which the scanner failed ends the parse.
func (e *engine) look() scanner.Token {
	if e.mark >= e.fill {
		e.fill = e.mark + 1
		if e.tokens[e.mark].Kind == scanner.Fault {
			e.scanFault()
		}
	}
	return e.tokens[e.mark]
}

// outcome tells how an alternative ended. One that is over forbids the others.
type outcome uint8

const (
	fails outcome = iota
	fits
	over
)

func (e *engine) rule(r *rule) (*node, bool) {
	e.level++
	e.steps++
	if e.steps > maxSteps {
		panic(errFound{})
	}
	if e.level > maxLevel {
		e.fault = &Fault{Message: TooNested, Start: e.look().Start, End: e.look().End, TooNested: true}
		panic(errFound{})
	}
	defer func() { e.level-- }()
	if r.withoutError {
		before := e.withErrors
		e.withErrors = false
		value, ok := e.alternatives(r.alternatives)
		e.withErrors = before
		return value, ok
	}
	if !r.isKept {
		return e.alternatives(r.alternatives)
	}
	key := memoKey{r, e.mark}
	if entry, known := e.kept[key]; known {
		e.mark = entry.mark
		return entry.value, entry.ok
	}
	if r.isRecursive {
		return e.grow(r, key)
	}
	value, ok := e.alternatives(r.alternatives)
	e.kept[key] = memoEntry{value, ok, e.mark}
	return value, ok
}

// grow runs a left recursive rule over and over, each time on the result before,
// until it covers no more.
func (e *engine) grow(r *rule, key memoKey) (*node, bool) {
	best := memoEntry{mark: key.mark}
	for {
		e.kept[key] = best
		e.mark = key.mark
		value, ok := e.alternatives(r.alternatives)
		if !ok || e.mark <= best.mark {
			break
		}
		best = memoEntry{value, true, e.mark}
	}
	e.mark = best.mark
	return best.value, best.ok
}

func (e *engine) alternatives(list []alternative) (*node, bool) {
	mark := e.mark
	e.look()
	for i := range list {
		alt := &list[i]
		if alt.isError && !e.withErrors {
			continue
		}
		value, result := e.alternative(alt)
		switch result {
		case fits:
			return value, true
		case over:
			return nil, false
		}
		e.mark = mark
	}
	return nil, false
}

func (e *engine) alternative(alt *alternative) (*node, outcome) {
	start := e.mark
	var labels [2]*node
	var values []*node
	isCut := false
	for i := range alt.items {
		it := &alt.items[i]
		if it.op == opCut {
			isCut = true
			continue
		}
		value, ok := e.item(it)
		if !ok {
			if isCut {
				return nil, over
			}
			return nil, fails
		}
		if it.label != 0 {
			labels[it.label-'a'] = value
		}
		if it.op != opAhead && it.op != opNotAhead {
			values = append(values, value)
		}
	}
	if alt.action != "" {
		return e.act(alt, labels[0], labels[1])
	}
	switch {
	case alt.result != 0:
		return labels[alt.result-'a'], fits
	case alt.kind == kindNone && len(values) == 1:
		return values[0], fits
	}
	n := &node{kind: alt.kind, kids: values}
	e.cover(n, start)
	return n, fits
}

// cover sets the bytes of a node that starts at a token and ends at the mark,
// line ends and indentation aside.
func (e *engine) cover(n *node, start int) {
	n.start = e.tokens[start].Start
	n.end = n.start
	for i := e.mark - 1; i >= start; i-- {
		switch e.tokens[i].Kind {
		case scanner.EndMarker, scanner.Newline, scanner.Indent, scanner.Dedent:
			continue
		}
		n.end = e.tokens[i].End
		return
	}
}

func (e *engine) item(it *item) (*node, bool) {
	switch it.op {
	case opToken:
		return e.token(it.token)
	case opSoft:
		if t := e.look(); t.Kind != scanner.Name || e.text[t.Start:t.End] != it.text {
			return nil, false
		}
		return e.token(scanner.Name)
	case opAnySoft:
		t := e.look()
		if t.Kind == scanner.Name {
			// CPython compares only as many bytes as the name has, so that a
			// name such as "t" or "ma" counts as well.
			for _, word := range []string{"_", "case", "match", "type"} {
				if strings.HasPrefix(word, e.text[t.Start:t.End]) {
					return e.token(scanner.Name)
				}
			}
		}
		return nil, false
	case opForced:
		if t := e.look(); t.Kind != it.token {
			e.fault = e.knownFault(e.mark, "expected '"+it.token.String()+"'")
			panic(errFound{})
		}
		return e.token(it.token)
	case opRule:
		return e.rule(it.rule)
	case opGroup:
		return e.alternatives(it.alternatives)
	case opOptional:
		mark := e.mark
		value, ok := e.item(it.inner)
		if !ok {
			e.mark = mark
			return nil, true
		}
		return value, true
	case opAhead, opNotAhead:
		mark := e.mark
		_, ok := e.item(it.inner)
		e.mark = mark
		return nil, ok == (it.op == opAhead)
	}
	return e.repeat(it)
}

// repeat matches an item any number of times, or joined by separators.
func (e *engine) repeat(it *item) (*node, bool) {
	list := &node{}
	start := e.mark
	for {
		mark := e.mark
		if it.op == opGather && len(list.kids) > 0 {
			if _, ok := e.item(it.separator); !ok {
				e.mark = mark
				break
			}
		}
		value, ok := e.item(it.inner)
		if !ok || e.mark == mark {
			e.mark = mark
			break
		}
		list.kids = append(list.kids, value)
	}
	e.cover(list, start)
	return list, it.op == opStar || len(list.kids) > 0
}

func (e *engine) token(kind scanner.Kind) (*node, bool) {
	t := e.look()
	if t.Kind != kind {
		return nil, false
	}
	n := &node{kind: kindToken, token: kind, start: t.Start, end: t.End}
	switch kind {
	case scanner.Name:
		n.kind = kindName
	case scanner.Number:
		n.kind = kindLiteral
		if message := e.literals.Number(e.text[t.Start:t.End]); message != "" {
			e.mark++
			e.raise(t.Start, t.Start, message)
		}
	}
	e.mark++
	return n, true
}

// bracketLevel returns how many brackets are open after a token.
func (e *engine) bracketLevel(index int) int {
	level := 0
	for _, t := range e.tokens[e.first : index+1] {
		switch t.Kind {
		case scanner.LParen, scanner.LBracket, scanner.LBrace:
			level++
		case scanner.RParen, scanner.RBracket, scanner.RBrace:
			level--
		}
	}
	return level
}

// line returns the line of an offset, counted from 1.
func (e *engine) line(offset int32) int { return strings.Count(e.text[:offset], "\n") + 1 }
