package py

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// StrUpper is s.upper(), by the full mapping of Unicode: ß becomes SS.
func StrUpper(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	return mapRunes(s, appendUpper)
}

func appendUpper(b []byte, r rune) []byte {
	if full, ok := specialUpper[r]; ok {
		return append(b, full...)
	}
	return appendRune(b, unicode.ToUpper(r))
}

// StrLower is s.lower(): a sigma at the end of a word becomes ς.
func StrLower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	b := make([]byte, 0, len(s))
	for at := 0; at < len(s); {
		r, n := decodeRune(s[at:])
		b = appendLowerAt(b, s, at, r, n)
		at += n
	}
	return string(b)
}

// appendLowerAt appends the lower case of the character r at s[at:].
func appendLowerAt(b []byte, s string, at int, r rune, size int) []byte {
	switch r {
	case 0x130:
		return append(b, "i\u0307"...)
	case 'Σ':
		if isFinalSigma(s[:at], s[at+size:]) {
			return append(b, "ς"...)
		}
	}
	return appendRune(b, unicode.ToLower(r))
}

// isFinalSigma tells whether a sigma between two texts ends a word: a cased
// letter stands before it, none after, case-ignorable characters aside.
func isFinalSigma(before, after string) bool {
	cased := false
	for _, r := range before {
		if !isCaseIgnorable(r) {
			cased = isCased(r)
		}
	}
	if !cased {
		return false
	}
	for _, r := range after {
		if !isCaseIgnorable(r) {
			return !isCased(r)
		}
	}
	return true
}

func isCaseIgnorable(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk, caseIgnorable)
}

func isCased(r rune) bool {
	return isUpperRune(r) || isLowerRune(r) || unicode.Is(unicode.Lt, r)
}

func isUpperRune(r rune) bool {
	return unicode.IsUpper(r) || unicode.Is(unicode.Other_Uppercase, r)
}

func isLowerRune(r rune) bool {
	return unicode.IsLower(r) || unicode.Is(unicode.Other_Lowercase, r)
}

func appendTitle(b []byte, r rune) []byte {
	if full, ok := specialTitle[r]; ok {
		return append(b, full...)
	}
	return appendRune(b, unicode.ToTitle(r))
}

// StrTitle is s.title().
func StrTitle(s string) string {
	b := make([]byte, 0, len(s))
	inWord := false
	for at := 0; at < len(s); {
		r, n := decodeRune(s[at:])
		if inWord {
			b = appendLowerAt(b, s, at, r, n)
		} else {
			b = appendTitle(b, r)
		}
		inWord = isCased(r)
		at += n
	}
	return string(b)
}

// StrCapitalize is s.capitalize().
func StrCapitalize(s string) string {
	if s == "" {
		return s
	}
	if isASCII(s) {
		return strings.ToUpper(s[:1]) + strings.ToLower(s[1:])
	}
	r, n := decodeRune(s)
	b := appendTitle(make([]byte, 0, len(s)), r)
	for at := n; at < len(s); at += n {
		r, n = decodeRune(s[at:])
		b = appendLowerAt(b, s, at, r, n)
	}
	return string(b)
}

// StrSwapCase is s.swapcase().
func StrSwapCase(s string) string {
	b := make([]byte, 0, len(s))
	for at := 0; at < len(s); {
		r, n := decodeRune(s[at:])
		switch {
		case isUpperRune(r):
			b = appendLowerAt(b, s, at, r, n)
		case isLowerRune(r):
			b = appendUpper(b, r)
		default:
			b = append(b, s[at:at+n]...)
		}
		at += n
	}
	return string(b)
}

// StrCaseFold is s.casefold().
func StrCaseFold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return mapRunes(s, func(b []byte, r rune) []byte {
		if full, ok := specialFold[r]; ok {
			return append(b, full...)
		}
		return appendRune(b, unicode.ToLower(r))
	})
}

// allRunes reports whether s is not empty and f holds for every character.
func allRunes(s string, f func(r rune) bool) bool {
	if s == "" {
		return false
	}
	for len(s) > 0 {
		r, n := decodeRune(s)
		if !f(r) {
			return false
		}
		s = s[n:]
	}
	return true
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || 0x1C <= r && r <= 0x1F
}

func isAlpha(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(addedLetters, r)
}

func isDecimal(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

func isDigit(r rune) bool {
	return isDecimal(r) || unicode.Is(digitTable, r)
}

func isNumeric(r rune) bool {
	return isDigit(r) || unicode.Is(numericTable, r)
}

func isPrintable(r rune) bool {
	return unicode.IsPrint(r) || unicode.In(r, addedLetters, addedSymbols)
}

// StrIsAlpha is s.isalpha().
func StrIsAlpha(s string) bool { return allRunes(s, isAlpha) }

// StrIsAlnum is s.isalnum().
func StrIsAlnum(s string) bool {
	return allRunes(s, func(r rune) bool { return isAlpha(r) || isNumeric(r) })
}

// StrIsDecimal is s.isdecimal().
func StrIsDecimal(s string) bool { return allRunes(s, isDecimal) }

// StrIsDigit is s.isdigit().
func StrIsDigit(s string) bool { return allRunes(s, isDigit) }

// StrIsNumeric is s.isnumeric().
func StrIsNumeric(s string) bool { return allRunes(s, isNumeric) }

// StrIsSpace is s.isspace().
func StrIsSpace(s string) bool { return allRunes(s, isSpace) }

// StrIsPrintable is s.isprintable().
func StrIsPrintable(s string) bool { return s == "" || allRunes(s, isPrintable) }

// StrIsASCII is s.isascii().
func StrIsASCII(s string) bool { return isASCII(s) }

// StrIsUpper is s.isupper().
func StrIsUpper(s string) bool { return isOneCase(s, isUpperRune, isLowerRune) }

// StrIsLower is s.islower().
func StrIsLower(s string) bool { return isOneCase(s, isLowerRune, isUpperRune) }

func isOneCase(s string, wanted, other func(rune) bool) bool {
	found := false
	for _, r := range s {
		if other(r) || unicode.Is(unicode.Lt, r) {
			return false
		}
		found = found || wanted(r)
	}
	return found
}

// StrIsTitle is s.istitle().
func StrIsTitle(s string) bool {
	cased, inWord := false, false
	for _, r := range s {
		switch {
		case isUpperRune(r) || unicode.Is(unicode.Lt, r):
			if inWord {
				return false
			}
			cased, inWord = true, true
		case isLowerRune(r):
			if !inWord {
				return false
			}
		default:
			inWord = false
		}
	}
	return cased
}

// StrIsIdentifier is s.isidentifier().
func StrIsIdentifier(s string) bool {
	for i, r := range s {
		if i == 0 && !isIdentifierStart(r) || !isIdentifierPart(r) {
			return false
		}
	}
	return s != ""
}

func isIdentifierStart(r rune) bool {
	switch {
	case r == '_':
		return true
	case r < utf8.RuneSelf:
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return (isAlpha(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start)) && !unicode.Is(identifierNoStart, r)
}

func isIdentifierPart(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '_' || isDecimal(r) || 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return (isAlpha(r) || unicode.In(r, unicode.Nl, unicode.Other_ID_Start, unicode.Mn, unicode.Mc,
		unicode.Nd, unicode.Pc, unicode.Other_ID_Continue, identifierExtra)) && !unicode.Is(identifierNoContinue, r)
}
