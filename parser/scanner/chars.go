package scanner

import (
	"unicode"
	"unicode/utf8"
)

// Classes of bytes, as bits of the charClass table.
const (
	identStart = 1 << iota
	identPart
	digit
	hexDigit
	blank
)

var charClass = func() (table [256]uint8) {
	for c := range 256 {
		b := byte(c)
		letter := 'a' <= b|0x20 && b|0x20 <= 'z'
		isDigit := '0' <= b && b <= '9'
		if letter || b == '_' || b >= utf8.RuneSelf {
			table[c] |= identStart | identPart
		}
		if isDigit {
			table[c] |= identPart | digit | hexDigit
		}
		if 'a' <= b|0x20 && b|0x20 <= 'f' {
			table[c] |= hexDigit
		}
		if b == ' ' || b == '\t' || b == '\f' {
			table[c] |= blank
		}
	}
	return table
}()

func is(c byte, class uint8) bool { return charClass[c]&class != 0 }

// validIdentRune reports whether r may stand in an identifier, at its start or
// after it: Unicode's XID_Start and XID_Continue, as PEP 3131 asks.
func validIdentRune(r rune, first bool) bool {
	if r == '_' || unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
		return !notXID(r, first)
	}
	return !first && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) && !notXID(r, false)
}

// notXID lists the few letters that ID_Start or ID_Continue has and its closure
// under NFKC (the XID properties) has not.
func notXID(r rune, first bool) bool {
	switch {
	case r == 0x037a, 0xfc5e <= r && r <= 0xfc63, r == 0xfdfa, r == 0xfdfb, r == 0x2e2f:
		return true
	case r == 0xfe70, r == 0xfe72, r == 0xfe74, r == 0xfe76, r == 0xfe78, r == 0xfe7a, r == 0xfe7c, r == 0xfe7e:
		return true
	case r == 0x0e33, r == 0x0eb3, r == 0xff9e, r == 0xff9f:
		return first
	}
	return r == 0x309b || r == 0x309c
}
