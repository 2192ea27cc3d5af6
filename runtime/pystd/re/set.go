package re

import "unicode"

// A set is a set of characters as [...] or an escape names it.
type set struct {
	negate  bool
	chars   []rune
	ranges  [][2]rune
	classes []func(rune) bool
	// fold gives the characters equal to one when case is ignored.
	fold func(rune) []rune
}

func (s *set) has(c rune) bool {
	if s.contains(c) {
		return !s.negate
	}
	if s.fold != nil {
		for _, other := range s.fold(c) {
			if s.contains(other) {
				return !s.negate
			}
		}
	}
	return s.negate
}

func (s *set) contains(c rune) bool {
	for _, x := range s.chars {
		if x == c {
			return true
		}
	}
	for _, r := range s.ranges {
		if c >= r[0] && c <= r[1] {
			return true
		}
	}
	for _, class := range s.classes {
		if class(c) {
			return true
		}
	}
	return false
}

// foldUnicode are the characters that equal c when case is ignored.
func foldUnicode(c rune) []rune {
	var out []rune
	for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
		out = append(out, f)
	}
	return out
}

// foldASCII is foldUnicode for ASCII letters only.
func foldASCII(c rune) []rune {
	switch {
	case c >= 'a' && c <= 'z':
		return []rune{c - 32}
	case c >= 'A' && c <= 'Z':
		return []rune{c + 32}
	}
	return nil
}

func isDigit(c rune) bool { return unicode.Is(unicode.Nd, c) }

func isSpace(c rune) bool { return unicode.IsSpace(c) || c >= 0x1c && c <= 0x1f }

func isWord(c rune) bool {
	if c < 0x80 {
		return isASCIIWord(c)
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c)
}

func isASCIIDigit(c rune) bool { return c >= '0' && c <= '9' }

func isASCIISpace(c rune) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isASCIIWord(c rune) bool {
	return c == '_' || isASCIIDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// classOf is the class of characters that an escape such as \d names.
func classOf(letter rune, ascii bool) func(rune) bool {
	var class func(rune) bool
	switch letter | 0x20 {
	case 'd':
		class = isDigit
		if ascii {
			class = isASCIIDigit
		}
	case 's':
		class = isSpace
		if ascii {
			class = isASCIISpace
		}
	case 'w':
		class = isWord
		if ascii {
			class = isASCIIWord
		}
	default:
		return nil
	}
	if letter < 'a' {
		return func(c rune) bool { return !class(c) }
	}
	return class
}
