package scanner

import "strings"

// digitsOf reports whether c is a digit of a base, by the base's name.
func digitsOf(base string, c byte) bool {
	switch base {
	case "hexadecimal":
		return is(c, hexDigit)
	case "octal":
		return '0' <= c && c <= '7'
	}
	return c == '0' || c == '1'
}

// scanNumber reads a number; its errors are those of CPython's tokenizer, which
// blames the character it stopped at.
func (s *scan) scanNumber() {
	start := s.pos
	if s.at(start) == '0' {
		switch s.at(start+1) | 0x20 {
		case 'x':
			s.scanBased(start, "hexadecimal")
			return
		case 'o':
			s.scanBased(start, "octal")
			return
		case 'b':
			s.scanBased(start, "binary")
			return
		}
	}
	leadingZeros := s.at(start) == '0'
	zerosEnd := start
	if leadingZeros {
		if zerosEnd = s.zeros(); zerosEnd < 0 {
			return
		}
	}
	nonZero := is(s.at(s.pos), digit)
	if nonZero && !s.decimals() {
		return
	}
	isFloat := false
	if s.at(s.pos) == '.' {
		isFloat = true
		s.pos++
		if is(s.at(s.pos), digit) && !s.decimals() {
			return
		}
	}
	if s.at(s.pos)|0x20 == 'e' {
		isExponent, ok := s.exponent()
		if !ok {
			return
		}
		if isExponent {
			isFloat = true
		} else if s.endsNumber("decimal") {
			s.emit(Number, start, s.pos)
			return
		} else {
			return
		}
	}
	kind := "decimal"
	if s.at(s.pos)|0x20 == 'j' {
		s.pos++
		kind, isFloat = "imaginary", true
	}
	if leadingZeros && nonZero && !isFloat {
		s.fail(start, zerosEnd, "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return
	}
	if s.endsNumber(kind) {
		s.emit(Number, start, s.pos)
	}
}

// scanBased reads the digits after 0x, 0o or 0b.
func (s *scan) scanBased(start int, base string) {
	s.pos += 2
	for {
		if s.at(s.pos) == '_' {
			s.pos++
		}
		c := s.at(s.pos)
		if !digitsOf(base, c) {
			if is(c, digit) {
				s.pos++
				s.failHere("invalid digit '%c' in %s literal", c, base)
			} else {
				s.failHere("invalid %s literal", base)
			}
			return
		}
		for digitsOf(base, s.at(s.pos)) {
			s.pos++
		}
		if s.at(s.pos) != '_' {
			break
		}
	}
	if c := s.at(s.pos); is(c, digit) {
		s.pos++
		s.failHere("invalid digit '%c' in %s literal", c, base)
		return
	}
	if s.endsNumber(base) {
		s.emit(Number, start, s.pos)
	}
}

// zeros reads the zeros that start a number and returns where they end, or -1
// after an error.
func (s *scan) zeros() int {
	for {
		if s.at(s.pos) == '_' {
			s.pos++
			if !is(s.at(s.pos), digit) {
				s.failHere("invalid decimal literal")
				return -1
			}
		}
		if s.at(s.pos) != '0' {
			return s.pos
		}
		s.pos++
	}
}

// decimals reads digits, with single underscores between them.
func (s *scan) decimals() bool {
	for {
		for is(s.at(s.pos), digit) {
			s.pos++
		}
		if s.at(s.pos) != '_' {
			return true
		}
		s.pos++
		if !is(s.at(s.pos), digit) {
			s.failHere("invalid decimal literal")
			return false
		}
	}
}

// exponent reads an exponent at "e". What follows an "e" without sign need not
// be one (1else); then nothing is read.
func (s *scan) exponent() (found, ok bool) {
	next := s.at(s.pos + 1)
	if next == '+' || next == '-' {
		s.pos += 2
		if !is(s.at(s.pos), digit) {
			s.failHere("invalid decimal literal")
			return false, false
		}
		return true, s.decimals()
	}
	if !is(next, digit) {
		return false, true
	}
	s.pos++
	return true, s.decimals()
}

// keywordsAfterNumber may follow a number without a blank, as in "1if x else y".
var keywordsAfterNumber = []string{"and", "else", "for", "or", "not"}

// endsNumber checks that the number before the read position ends there.
func (s *scan) endsNumber(kind string) bool {
	c := s.at(s.pos)
	if c >= 0x80 || !is(c, identPart) {
		return true
	}
	for _, word := range keywordsAfterNumber {
		if strings.HasPrefix(s.text[s.pos:], word) && !is(s.at(s.pos+len(word)), identPart) {
			return true
		}
	}
	if next := s.at(s.pos + 1); c == 'i' && (next == 'f' || next == 'n' || next == 's') {
		return true
	}
	s.failHere("invalid %s literal", kind)
	return false
}
