package py

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The codec idna of RFC 3490: the labels of a host name, each as Punycode after
// xn-- if it is not ASCII.

const (
	acePrefix    = "xn--"
	maxLabel     = 63
	maxDecoded   = 1024
	idnaDots     = "\u3002\uFF0E\uFF61"
	mappedAway   = "\u00AD\u034F\u1806\u180B\u180C\u180D\u200B\u200C\u200D\u2060\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\uFEFF"
	labelEmpty   = "label empty"
	labelLong    = "label too long"
	labelWayLong = "label way too long"
)

// idnaError is what is wrong with a label, from and to which of its characters.
type idnaError struct {
	start, end int
	reason     string
}

func checkIdnaErrors(errors string) {
	if errors != "strict" {
		raisef(NewUnicodeError, "Unsupported error handling: %s", errors)
	}
}

func encodeIdna(e *encoding) {
	checkIdnaErrors(e.errors)
	text := e.source
	plain := isASCII(text)
	if !plain {
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune(idnaDots, r) {
				return '.'
			}
			return r
		}, text)
	}
	if text == "" {
		return
	}
	labels := strings.Split(text, ".")
	at := 0
	for i, label := range labels {
		n := StrLen(label)
		last := i == len(labels)-1
		switch {
		case label == "" && last:
		case label == "":
			e.raise(at, at+1, labelEmpty)
		case isASCII(label):
			if n > maxLabel {
				e.raise(at, at+n, labelLong)
			}
			e.out = append(e.out, label...)
		default:
			ascii, wrong := labelToASCII(label)
			if wrong != nil {
				e.raise(at+wrong.start, at+wrong.end, wrong.reason)
			}
			e.out = append(e.out, ascii...)
		}
		if !last {
			e.out = append(e.out, '.')
		}
		at += n + 1
	}
}

// labelToASCII is ToASCII of RFC 3490 for a label that is not ASCII.
func labelToASCII(label string) (string, *idnaError) {
	prepared, wrong := namePrep(label)
	if wrong != nil {
		return "", wrong
	}
	n := StrLen(prepared)
	if isASCII(prepared) {
		switch {
		case n == 0:
			return "", &idnaError{0, 1, labelEmpty}
		case n > maxLabel:
			return "", &idnaError{0, n, labelLong}
		}
		return prepared, nil
	}
	if strings.HasPrefix(strings.ToLower(prepared), acePrefix) {
		return "", &idnaError{0, len(acePrefix), "Label starts with ACE prefix"}
	}
	ascii := acePrefix + string(StrEncode(prepared, "punycode", "strict"))
	if len(ascii) > maxLabel {
		return "", &idnaError{0, n, labelLong}
	}
	return ascii, nil
}

// namePrep maps the characters of a label as RFC 3491 says, for scripts whose
// letters compatibility normalization leaves as they are.
func namePrep(label string) (string, *idnaError) {
	var kept strings.Builder
	for _, r := range label {
		if !strings.ContainsRune(mappedAway, r) {
			kept.WriteRune(r)
		}
	}
	prepared := StrCaseFold(kept.String())
	i := 0
	for _, r := range prepared {
		if r >= utf8.RuneSelf && !plainLetter(r) {
			return "", &idnaError{i, i + 1, "Invalid character " + strRepr(string(r))}
		}
		i++
	}
	return prepared, nil
}

// plainLetter reports whether a character is a letter or digit of a common
// script that has no compatibility form and is written from left to right.
func plainLetter(r rune) bool {
	switch {
	case r == 'ª' || r == 'º' || r == '\u0149' || 0x0132 <= r && r <= 0x0140 || 0x01C4 <= r && r <= 0x01CC || 0x01F1 <= r && r <= 0x01F3:
		return false
	case unicode.In(r, unicode.Latin) && r < 0x0250,
		unicode.In(r, unicode.Greek) && r < 0x03D0 && r != 0x037A,
		unicode.In(r, unicode.Cyrillic) && r < 0x0530,
		unicode.In(r, unicode.Han) && 0x4E00 <= r && r < 0xA000,
		unicode.In(r, unicode.Hiragana, unicode.Katakana) && 0x3041 <= r && r < 0x30FF,
		unicode.In(r, unicode.Hangul) && 0xAC00 <= r && r < 0xD7A4,
		r == 0x30FC:
		return unicode.IsLetter(r)
	}
	return false
}

func decodeIdna(d *decoding) {
	checkIdnaErrors(d.errors)
	if isASCII(d.data) && !strings.Contains(strings.ToLower(d.data), acePrefix) {
		d.out = append(d.out, d.data...)
		return
	}
	at := 0
	labels := strings.Split(d.data, ".")
	for i, label := range labels {
		text, wrong := labelToUnicode(label)
		if wrong != nil {
			d.raise(at+wrong.start, at+wrong.end, wrong.reason)
		}
		d.out = append(d.out, text...)
		if i < len(labels)-1 {
			d.out = append(d.out, '.')
		}
		at += len(label) + 1
	}
}

// labelToUnicode is ToUnicode of RFC 3490.
func labelToUnicode(label string) (text string, wrong *idnaError) {
	if len(label) > maxDecoded {
		return "", &idnaError{0, len(label), labelWayLong}
	}
	for i := range len(label) {
		if label[i] >= utf8.RuneSelf {
			return "", &idnaError{i, i + 1, "ordinal not in range(128)"}
		}
	}
	if !strings.HasPrefix(strings.ToLower(label), acePrefix) {
		return label, nil
	}
	err := Try(func() error {
		text = BytesDecode(label[len(acePrefix):], "punycode", "strict")
		return nil
	})
	if err != nil {
		e := AsException(err)
		if !Matches(err, UnicodeDecodeError) {
			panic(err)
		}
		return "", &idnaError{
			len(acePrefix) + As[int](GetAttr(e, "start")), len(acePrefix) + As[int](GetAttr(e, "end")), Str(GetAttr(e, "reason")),
		}
	}
	again := text
	if !isASCII(text) {
		if again, wrong = labelToASCII(text); wrong != nil {
			return "", wrong
		}
	}
	if !strings.EqualFold(label, again) {
		return "", &idnaError{0, len(label), "IDNA does not round-trip, '" + Repr(Bytes(label)) + "' != '" + Repr(Bytes(again)) + "'"}
	}
	return text, nil
}
