package parser

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// maxIntDigits is the longest decimal literal that CPython converts by default.
const maxIntDigits = 4300

// numberValue returns the value of a number token, or why CPython refuses it.
func numberValue(text string) (value any, fault string) {
	if small, isSmall := smallInt(text); isSmall {
		return small, ""
	}
	digits := text
	if strings.IndexByte(text, '_') >= 0 {
		digits = strings.ReplaceAll(text, "_", "")
	}
	base := 10
	if digits[0] == '0' {
		switch digits[1] | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
	}
	if base != 10 {
		return intValue(digits[2:], base), ""
	}
	switch last := digits[len(digits)-1]; {
	case last|0x20 == 'j':
		return ast.Imaginary(floatValue(digits[:len(digits)-1])), ""
	case strings.ContainsAny(digits, ".eE"):
		return floatValue(digits), ""
	}
	if len(digits) > maxIntDigits {
		return nil, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "+
			"literals to avoid decimal conversion limits.", maxIntDigits, len(digits))
	}
	return intValue(digits, 10), ""
}

// maxSmallDigits is how many decimal digits an int64 is sure to hold.
const maxSmallDigits = 18

// smallInt returns the value of a short decimal number, as nearly all are.
func smallInt(text string) (value int64, ok bool) {
	if len(text) > maxSmallDigits {
		return 0, false
	}
	for i := 0; i < len(text); i++ {
		digit := text[i] - '0'
		if digit > 9 {
			return 0, false
		}
		value = value*10 + int64(digit)
	}
	return value, true
}

// literalFault is why a string literal has no value, in CPython's words. Some
// faults CPython pins on the literal, others on the last token it has read.
type literalFault struct {
	message    string
	blameToken bool
}

// stringValue returns the value of a string token, prefix and quotes included:
// a string or ast.Bytes.
func stringValue(token string) (value any, isUnicode bool, fault *literalFault) {
	var isRaw, isBytes bool
	open := 0
	for ; token[open] != '\'' && token[open] != '"'; open++ {
		switch c := token[open]; c | 0x20 {
		case 'r':
			isRaw = true
		case 'b':
			isBytes = true
		case 'u':
			// CPython notes the prefix only in lower case.
			isUnicode = c == 'u'
		}
	}
	body := token[open:]
	if len(body) >= 6 && body[1] == body[0] && body[2] == body[0] {
		body = body[3 : len(body)-3]
	} else {
		body = body[1 : len(body)-1]
	}
	if isBytes {
		for i := 0; i < len(body); i++ {
			if body[i] >= 0x80 {
				return nil, false, &literalFault{"bytes can only contain ASCII literal characters", true}
			}
		}
	}
	if !isRaw {
		if body, fault = unescape(body, isBytes); fault != nil {
			return nil, false, fault
		}
	}
	if isBytes {
		return ast.Bytes(body), false, nil
	}
	return body, isUnicode, nil
}
