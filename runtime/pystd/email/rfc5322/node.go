// Package rfc5322 reads and writes the headers of e-mail messages: the grammar
// of RFC 5322 and RFC 2045 with the encoded words of RFC 2047, in the tolerant
// form of Python's email package, and its folding into lines.
package rfc5322

import (
	"strings"
	"unicode/utf8"
)

// Kinds of nodes that decide something; the others are told by their flags.
const (
	kindSpace        = "fws"
	kindText         = "vtext"
	kindQuotedText   = "ptext"
	kindQuotedString = "bare-quoted-string"
	kindEncodedWord  = "encoded-word"
	kindParameters   = "mime-parameters"
	kindComment      = "comment"
	kindCFWS         = "cfws"
	kindHidden       = "ew-space"
	kindDisplayName  = "display-name"
	kindAddrSpec     = "addr-spec"
	kindMailbox      = "mailbox"
	kindGroup        = "group"
	kindInvalid      = "invalid-mailbox"
	endOfBlock       = "wrap_as_ew_blocked"
)

// A Node is a part of a parsed header: a terminal with its text, or a sequence
// of parts.
type Node struct {
	kind  string
	text  string
	parts []*Node
	// leaf says that it is a terminal.
	leaf bool
	// noEncodedWord says that it must not become an encoded word, noBreak that
	// a line does not break before it, noCombine that its encoded words stand
	// for themselves.
	noEncodedWord, noBreak, noCombine bool
	// undecodable says that it came from bytes outside ASCII.
	undecodable bool
	// parameters are those of a MIME header, in order.
	parameters []Parameter
}

// A Parameter is name=value in a MIME header, decoded.
type Parameter struct{ Name, Value string }

func leaf(kind, text string) *Node { return &Node{kind: kind, text: text, leaf: true} }

func branch(kind string, parts ...*Node) *Node { return &Node{kind: kind, parts: parts} }

// String is the text that the node stands for, with encoded words decoded.
func (n *Node) String() string {
	if n.leaf {
		if n.kind == kindHidden {
			return ""
		}
		return n.text
	}
	if n.kind == kindParameters {
		return formatParameters(n.parameters)
	}
	var b strings.Builder
	for _, p := range n.parts {
		b.WriteString(p.String())
	}
	switch n.kind {
	case kindQuotedString:
		return Quote(b.String())
	case kindComment:
		return "(" + b.String() + ")"
	}
	return b.String()
}

// encodable says that the node may become an encoded word.
func (n *Node) encodable() bool {
	if n.leaf || n.noEncodedWord {
		return !n.noEncodedWord
	}
	for _, p := range n.parts {
		if !p.encodable() {
			return false
		}
	}
	return true
}

func (n *Node) startsWithSpace() bool {
	if n.leaf {
		return n.kind == kindSpace || n.kind == kindHidden
	}
	return len(n.parts) > 0 && n.parts[0].startsWithSpace()
}

func (n *Node) hasUndecodable() bool {
	if n.undecodable {
		return true
	}
	for _, p := range n.parts {
		if p.hasUndecodable() {
			return true
		}
	}
	return false
}

// Quote is s as a quoted string.
func Quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// formatParameters writes parameters as the value of a header shows them.
func formatParameters(parameters []Parameter) string {
	var all []string
	for _, p := range parameters {
		if p.Value == "" {
			all = append(all, p.Name)
		} else {
			all = append(all, p.Name+"="+Quote(p.Value))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " " + strings.Join(all, "; ")
}

// characters splits text into its code points; a lone surrogate is one, too.
func characters(s string) []string {
	var all []string
	for len(s) > 0 {
		n := characterLength(s)
		all = append(all, s[:n])
		s = s[n:]
	}
	return all
}

func characterLength(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xed {
		return 3
	}
	return n
}

func length(s string) int { return len(characters(s)) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// HasSurrogates says that text stands for bytes that have no encoding.
func HasSurrogates(s string) bool { return !utf8.ValidString(s) }
