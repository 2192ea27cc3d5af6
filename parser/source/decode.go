package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
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

// Error returns CPython's message.
func (e *DecodeError) Error() string { return e.Message }

var codingComment = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)`)

const byteOrderMark = "\xef\xbb\xbf"

func decode(content []byte) (string, *DecodeError) {
	text := string(content)
	hasMark := strings.HasPrefix(text, byteOrderMark)
	text = strings.TrimPrefix(text, byteOrderMark)
	name := declaredEncoding(text)
	if strings.IndexByte(text, 0) >= 0 {
		text = text[:strings.IndexByte(text, 0)]
		return text, &DecodeError{Message: "source code string cannot contain null bytes"}
	}
	canonical := canonicalEncoding(name)
	if hasMark && name != "" && canonical != "utf-8" {
		return "", &DecodeError{Message: fmt.Sprintf("encoding problem: %s with BOM", name)}
	}
	if canonical == "utf-8" {
		return decodeUTF8(text)
	}
	codec, err := lookupEncoding(canonical)
	if err != nil {
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
		if match := codingComment.FindStringSubmatch(line); match != nil {
			return match[1]
		}
		if trimmed := strings.TrimLeft(line, " \t\f\r"); trimmed != "" && trimmed[0] != '#' {
			return ""
		}
		text = rest
	}
	return ""
}

// canonicalEncoding folds the spellings of UTF-8 and Latin-1 that CPython's
// tokenizer knows, and returns other names in lower case with hyphens.
func canonicalEncoding(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch {
	case name == "" || name == "utf-8" || name == "utf8" || strings.HasPrefix(name, "utf-8-"):
		return "utf-8"
	case name == "latin-1" || name == "latin1" || strings.HasPrefix(name, "iso-8859-1-") ||
		name == "iso-8859-1" || name == "iso-latin-1" || strings.HasPrefix(name, "latin-1-"):
		return "iso-8859-1"
	}
	return name
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
	return text[:bad], &DecodeError{Message: utf8Fault(text, bad), Offset: int32(bad), HasLine: true}
}

// utf8Fault words the message of CPython's UTF-8 decoder for the bad byte at i.
func utf8Fault(text string, i int) string {
	first := text[i]
	var need int
	switch {
	case first < 0xc2 || first > 0xf4:
		return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: invalid start byte", first, i)
	case first < 0xe0:
		need = 1
	case first < 0xf0:
		need = 2
	default:
		need = 3
	}
	good := 0
	for good < need && i+1+good < len(text) && validContinuation(first, good, text[i+1+good]) {
		good++
	}
	reason := "invalid continuation byte"
	if i+1+good == len(text) {
		reason = "unexpected end of data"
	}
	if good == 0 {
		return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %d: %s", first, i, reason)
	}
	return fmt.Sprintf("(unicode error) 'utf-8' codec can't decode bytes in position %d-%d: %s", i, i+good, reason)
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

// lookupEncoding finds a codec under the names that Python uses. Those that
// differ from the WHATWG's are mapped by hand.
func lookupEncoding(name string) (encoding.Encoding, error) {
	switch {
	case name == "iso-8859-1" || name == "ascii" || name == "us-ascii":
		return latin1{asciiOnly: name != "iso-8859-1"}, nil
	case strings.HasPrefix(name, "cp125"):
		name = "windows-" + name[2:]
	case name == "cp866" || name == "cp874":
		name = map[string]string{"cp866": "ibm866", "cp874": "windows-874"}[name]
	case name == "koi8r" || name == "koi8u":
		name = "koi8-" + name[4:]
	case strings.HasPrefix(name, "iso8859-"):
		name = "iso-8859-" + name[len("iso8859-"):]
	case name == "euc-jis-2004" || name == "ujis" || name == "eucjp":
		name = "euc-jp"
	case name == "sjis" || name == "cp932" || name == "shiftjis":
		name = "shift_jis"
	case name == "shift-jis":
		name = "shift_jis"
	case name == "euckr" || name == "cp949":
		name = "euc-kr"
	}
	return htmlindex.Get(name)
}
