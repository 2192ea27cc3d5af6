package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// DecodeError tells why the bytes of a file are no Python text. Its fields are
// those of the SyntaxError that CPython raises.
type DecodeError struct {
	Message string
	// Offset is where the fault lies in File.Text; Line tells whether CPython
	// names a line at all for this fault.
	Offset  int32
	HasLine bool
}

var errNull = &DecodeError{Message: "source code string cannot contain null bytes"}

// Error returns CPython's message.
func (e *DecodeError) Error() string { return e.Message }

var codingComment = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`)

const byteOrderMark = "\xef\xbb\xbf"

func decode(content []byte) (string, *DecodeError) {
	text := string(content)
	hasMark := strings.HasPrefix(text, byteOrderMark)
	text = strings.TrimPrefix(text, byteOrderMark)
	name := declaredEncoding(text)
	if at := strings.IndexByte(text, 0); at >= 0 {
		return text[:at], errNull
	}
	if hasMark && name != "" && !isUTF8Name(name) {
		return "", &DecodeError{Message: fmt.Sprintf("encoding problem: %s with BOM", name)}
	}
	if name == "" || isUTF8Name(name) {
		return decodeUTF8(text)
	}
	codec, isUTF8, known := findEncoding(name)
	if isUTF8 {
		return decodeUTF8(text)
	}
	if !known {
		return "", &DecodeError{Message: "unknown encoding: " + name}
	}
	decoded, err := codec.NewDecoder().String(text)
	if err != nil || strings.ContainsRune(decoded, utf8.RuneError) {
		return "", &DecodeError{Message: fmt.Sprintf("encoding problem: %s", name)}
	}
	return decoded, nil
}

// declaredEncoding returns the name in a coding comment, which counts only on
// the first line, or on the second when the first holds nothing but a comment.
func declaredEncoding(text string) string {
	for range 2 {
		line, rest, _ := strings.Cut(text, "\n")
		if strings.Contains(line, "coding") {
			if match := codingComment.FindStringSubmatch(line); match != nil {
				return match[1]
			}
		}
		if trimmed := strings.TrimLeft(line, " \t\f\r"); trimmed != "" && trimmed[0] != '#' {
			return ""
		}
		text = rest
	}
	return ""
}

// isUTF8Name reports whether a name is one of those that CPython's tokenizer
// itself takes for UTF-8; after a byte order mark no other will do.
func isUTF8Name(name string) bool {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	return name == "utf-8" || strings.HasPrefix(name, "utf-8-")
}

func decodeUTF8(text string) (string, *DecodeError) {
	if utf8.ValidString(text) {
		return text, nil
	}
	bad := 0
	for bad < len(text) {
		r, size := utf8.DecodeRuneInString(text[bad:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		bad += size
	}
	rest, _, _ := strings.Cut(text[bad:], "\n")
	// The line is kept to be shown. A conversion to runes replaces every bad byte.
	return text[:bad] + string([]rune(rest)), &DecodeError{Message: utf8Fault(text, bad), Offset: int32(bad), HasLine: true}
}

// utf8Fault words the message of CPython's UTF-8 decoder for the bad byte at i.
// CPython decodes names one by one, so it counts from the start of the word, and
// the data ends with the word.
func utf8Fault(text string, i int) string {
	start, end := i, i
	for start > 0 && isWordByte(text[start-1]) {
		start--
	}
	for end < len(text) && isWordByte(text[end]) {
		end++
	}
	first := text[i]
	need := 3
	switch {
	case first < 0xc2 || first > 0xf4:
		return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte", first, i-start)
	case first < 0xe0:
		need = 1
	case first < 0xf0:
		need = 2
	}
	good := 0
	for good < need && i+1+good < end && validContinuation(first, good, text[i+1+good]) {
		good++
	}
	reason := "invalid continuation byte"
	if i+1+good == end {
		reason = "unexpected end of data"
	}
	if good == 0 {
		return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", first, i-start, reason)
	}
	return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode bytes in position %d-%d: %s", i-start, i-start+good, reason)
}

func isWordByte(b byte) bool {
	return b >= utf8.RuneSelf || b == '_' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// validContinuation reports whether b may stand index bytes after first's
// successor: the second byte of a sequence has a narrower range for some firsts.
func validContinuation(first byte, index int, b byte) bool {
	low, high := byte(0x80), byte(0xbf)
	if index == 0 {
		switch first {
		case 0xe0:
			low = 0xa0
		case 0xed:
			high = 0x9f
		case 0xf0:
			low = 0x90
		case 0xf4:
			high = 0x8f
		}
	}
	return low <= b && b <= high
}
