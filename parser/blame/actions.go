package blame

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// raise ends the parse with a fault.
func (e *engine) raise(start, end int32, message string) {
	e.fault = &Fault{Message: message, Start: start, End: end}
	panic(errFound{})
}

// raiseLast blames the last token that has been looked at, as CPython does where
// it knows no better place.
func (e *engine) raiseLast(message string) {
	e.fault = e.faultAt(e.fill-1, message)
	panic(errFound{})
}

// faultAt blames a token. For one without text CPython names the column before
// the place where its tokenizer stood.
func (e *engine) faultAt(index int, message string) *Fault {
	t := e.tokens[index]
	fault := &Fault{Message: message, Start: t.Start, End: t.End}
	isBlank := t.Kind == scanner.Indent || t.Kind == scanner.Dedent
	switch {
	case t.Kind == scanner.EndMarker, t.Kind != scanner.Fault && t.Start >= int32(len(e.text)):
		fault.Start = max(e.end-1, 0)
		fault.End = fault.Start
	case isBlank && (t.Start == 0 || e.text[t.Start-1] == '\n'):
		fault.AtColumnZero = true
	case isBlank:
		fault.Start--
	}
	return fault
}

// knownFault blames a token as CPython does when it blames a node: one without
// text is then at column 0.
func (e *engine) knownFault(index int, message string) *Fault {
	t := e.tokens[index]
	fault := &Fault{Message: message, Start: t.Start, End: t.End}
	isImplied := t.Kind == scanner.Newline && t.Start >= e.end
	if isImplied || t.Kind == scanner.EndMarker || t.Kind == scanner.Indent || t.Kind == scanner.Dedent {
		fault.AtColumnZero = true
		fault.Start = min(t.Start, max(e.end-1, 0))
		fault.End = fault.Start
	}
	return fault
}

// act runs the action of an alternative that fits. Most raise a fault; those that
// do not let the rule fail, or pass a value on.
func (e *engine) act(alt *alternative, a, b *node) (*node, outcome) {
	switch alt.action {
	case "at":
		if a.token == scanner.Newline {
			e.fault = e.knownFault(e.mark-1, alt.message)
			panic(errFound{})
		}
		e.raise(a.start, a.end, e.words(alt.message, a))
	case "range":
		e.raise(a.start, b.end, e.words(alt.message, a))
	case "span":
		e.raise(a.start, a.end, alt.message)
	case "end":
		e.raise(a.end-1, a.end, alt.message)
	case "last":
		e.raiseLast(alt.message)
	case "next":
		e.look()
		e.fault = e.faultAt(e.mark, alt.message)
		panic(errFound{})
	case "indent":
		e.fault = e.faultAt(e.fill-1, e.words(alt.message, a))
		e.fault.Exception = scanner.IndentationError
		panic(errFound{})
	case "assign":
		e.raiseTarget(a, assignment, "cannot assign to ")
	case "delete":
		e.raiseTarget(a, deletion, "cannot delete ")
	case "loop":
		e.raiseTarget(a, loop, "cannot assign to ")
	case "bound":
		what := "bound"
		if b.kind == kindTuple {
			what = "constraints"
		}
		e.raise(a.start, a.end, "cannot use "+what+" with "+alt.message)
	case "legacy":
		if name := e.text[a.start:a.end]; isLegacyStatement(name) {
			e.raise(a.start, b.end, fmt.Sprintf("Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name))
		}
	case "comma":
		isLegacy := a.kind == kindName && isLegacyStatement(e.text[a.start:a.end])
		if !isLegacy && e.bracketLevel(e.mark-1) > 0 {
			e.raise(a.start, b.end, "invalid syntax. Perhaps you forgot a comma?")
		}
	case "genexp":
		if positional := positionalArguments(a); len(positional) > 1 {
			last := positional[len(positional)-1]
			e.raise(last.start, last.end, "Generator expression must be parenthesized")
		}
	case "arguments":
		message := "positional argument follows keyword argument"
		for _, part := range a.parts() {
			if part.kind == kindUnpacking {
				message += " unpacking"
				break
			}
		}
		e.raiseLast(message)
	default:
		return e.check(alt.action, a, b)
	}
	return nil, over
}

// check runs the actions that belong to valid Python: they look at the values of
// literals and pass them on.
func (e *engine) check(action string, a, b *node) (*node, outcome) {
	switch action {
	case "equal":
		if e.text[a.start:a.end] != "!=" {
			return nil, over
		}
		return a, fits
	case "real":
		if e.literals.IsImaginary(e.text[a.start:a.end]) {
			e.raise(a.start, a.end, "real number required in complex literal")
		}
		return a, fits
	case "imaginary":
		if !e.literals.IsImaginary(e.text[a.start:a.end]) {
			e.raise(a.start, a.end, "imaginary number required in complex literal")
		}
		return a, fits
	case "conversion":
		e.checkConversion(a, b)
		return b, fits
	case "field":
		e.checkField(a)
		return &node{}, fits
	case "middle":
		e.checkMiddle(a, false)
		return a, fits
	case "string":
		if message, blameToken := e.literals.String(e.text[a.start:a.end]); blameToken {
			e.raise(a.start, a.end, message)
		} else if message != "" {
			e.raiseLast(message)
		}
		return &node{kind: kindLiteral, start: a.start, end: a.end}, fits
	case "fstring":
		isRaw := strings.ContainsAny(e.text[a.start:a.end], "rR")
		for _, part := range b.kids {
			if part.token == scanner.FStringMiddle {
				e.checkMiddle(part, isRaw)
			}
		}
		return &node{kind: kindJoinedStr, start: a.start, end: e.tokens[e.mark-1].End}, fits
	case "strings":
		return e.strings(a), fits
	}
	panic("grammar: no action " + action)
}

// checkConversion checks the name after the mark of a conversion.
func (e *engine) checkConversion(mark, name *node) {
	if mark.end != name.start {
		e.raise(mark.start, name.end, "f-string: conversion type must come right after the exclamanation mark")
	}
}

// checkField checks a whole replacement field, given its conversion or nil.
func (e *engine) checkField(name *node) {
	if name == nil {
		return
	}
	switch text := e.text[name.start:name.end]; text {
	case "s", "r", "a":
	default:
		e.raise(name.start, name.end, fmt.Sprintf("f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", text))
	}
}

func (e *engine) checkMiddle(middle *node, isRaw bool) {
	if message := e.literals.FStringMiddle(e.text[middle.start:middle.end], isRaw); message != "" {
		e.raiseLast(message)
	}
}

// strings joins literals side by side.
func (e *engine) strings(list *node) *node {
	result := &node{kind: kindLiteral, start: list.start, end: list.end}
	var texts, bytes bool
	for _, part := range list.kids {
		if part.kind == kindJoinedStr {
			result.kind = kindJoinedStr
			texts = true
		} else if e.literals.IsBytes(e.text[part.start:part.end]) {
			bytes = true
		} else {
			texts = true
		}
	}
	if texts && bytes {
		e.raiseLast("cannot mix bytes and nonbytes literals")
	}
	return result
}

func isLegacyStatement(name string) bool { return name == "print" || name == "exec" }

// positionalArguments returns those of the arguments that have no name.
func positionalArguments(args *node) []*node {
	var list []*node
	for _, part := range args.parts() {
		if part.kind != kindKeyword && part.kind != kindUnpacking {
			list = append(list, part)
		}
	}
	return list
}

func (e *engine) raiseTarget(n *node, p purpose, message string) {
	if bad := n.invalidTarget(p); bad != nil {
		e.raise(bad.start, bad.end, message+kinds[bad.kind].words)
	}
}

// words fills the place holders of a message: {a} is what kind of expression a
// is, {text a} its source and {line a} its line.
func (e *engine) words(message string, a *node) string {
	if a == nil || !strings.Contains(message, "{") {
		return message
	}
	return strings.NewReplacer(
		"{a}", kinds[a.kind].words,
		"{text a}", e.text[a.start:a.end],
		"{line a}", strconv.Itoa(e.line(a.start)),
	).Replace(message)
}

// scanFault ends the parse with the error of the scanner.
func (e *engine) scanFault() {
	e.fault = e.scannerFault()
	panic(errFound{})
}

func (e *engine) scannerFault() *Fault {
	err := e.scanError
	if err.AtEOF && err.Open >= 0 {
		return e.neverClosed()
	}
	start := min(err.Start, max(e.end-1, 0))
	return &Fault{Exception: err.Exception, Message: err.Message, Start: start, End: max(start, err.End)}
}

func (e *engine) neverClosed() *Fault {
	open := e.scanError.Open
	return &Fault{Message: fmt.Sprintf("'%c' was never closed", e.text[open]), Start: open, End: open + 1}
}

// generic is the fault where no rule has words: blame goes to the last token of
// the first pass.
func (e *engine) generic(last int) {
	switch e.tokens[last].Kind {
	case scanner.Indent:
		e.fault = e.faultAt(e.fill-1, "unexpected indent")
	case scanner.Dedent:
		e.fault = e.faultAt(e.fill-1, "unexpected unindent")
	default:
		e.fault = e.knownFault(last, "invalid syntax")
		e.preferScanError()
		return
	}
	e.fault.Exception = scanner.IndentationError
}

// preferScanError looks at the rest of the tokens: an error that the tokenizer
// raises, or a bracket left open on an earlier line, explains more than what the
// parser has found; not so in an f-string, where CPython keeps to the parser.
func (e *engine) preferScanError() {
	err := e.scanError
	if err == nil || err.InFString || e.fault.TooNested || e.tokens[e.fill-1].Kind == scanner.Fault {
		return
	}
	if err.Raised {
		e.fault = e.scannerFault()
	} else if err.Open >= 0 && e.line(e.tokens[e.fill-1].Start) > e.line(err.Open) {
		e.fault = e.neverClosed()
	}
}
