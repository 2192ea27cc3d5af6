package rfc5322

import (
	"regexp"
	"strings"
)

const whitespace = " \t"

var encodedWord = regexp.MustCompile(`=\?[^?]*\?[qQbB]\?.*?\?=`)

func leadingSpace(s string) int { return len(s) - len(strings.TrimLeft(s, whitespace)) }

// Unstructured parses the value of a header that is plain text.
func Unstructured(value string) *Node {
	all := branch("unstructured")
	for value != "" {
		if n := leadingSpace(value); n > 0 {
			all.parts = append(all.parts, leaf(kindSpace, value[:n]))
			value = value[n:]
			continue
		}
		valid := true
		if strings.HasPrefix(value, "=?") {
			word, rest, ok := takeWord(value)
			if ok {
				all.addWord(word)
				value = rest
				continue
			}
			valid = false
		}
		end := strings.IndexAny(value, whitespace)
		if end < 0 {
			end = len(value)
		}
		text := value[:end]
		if valid && encodedWord.MatchString(text) {
			text, _, _ = strings.Cut(text, "=?")
		}
		if text == "" {
			text = value[:end]
		}
		all.parts = append(all.parts, leaf(kindText, text))
		value = value[len(text):]
	}
	return all
}

// addWord adds an encoded word; the space between two of them is none.
func (n *Node) addWord(word *Node) {
	last := len(n.parts) - 1
	if last >= 1 && n.parts[last].kind == kindSpace && n.parts[last-1].kind == kindEncodedWord {
		n.parts[last].kind = kindHidden
	}
	n.parts = append(n.parts, word)
}

// takeWord parses an encoded word at the start of value.
func takeWord(value string) (word *Node, rest string, ok bool) {
	tok, remainder, found := strings.Cut(value[2:], "?=")
	if !found {
		return nil, value, false
	}
	// A Q encoded text may begin with "=", which is then no end.
	if len(remainder) > 1 && isHex(remainder[0]) && isHex(remainder[1]) && strings.Count(tok, "?") < 2 {
		more, after, found := strings.Cut(remainder, "?=")
		if !found {
			return nil, value, false
		}
		tok, remainder = tok+"?="+more, after
	}
	if strings.ContainsAny(tok, " \t\r\n") && strings.Count(tok, "?") < 2 {
		return nil, value, false
	}
	text, undecodable, ok := decodeWord("=?" + tok + "?=")
	if !ok {
		return nil, value, false
	}
	word = branch(kindEncodedWord)
	for text != "" {
		if n := leadingSpace(text); n > 0 {
			word.parts = append(word.parts, leaf(kindSpace, text[:n]))
			text = text[n:]
			continue
		}
		end := strings.IndexAny(text, whitespace)
		if end < 0 {
			end = len(text)
		}
		part := leaf(kindText, text[:end])
		part.undecodable = undecodable
		word.parts = append(word.parts, part)
		text = text[end:]
	}
	return word, remainder, true
}
