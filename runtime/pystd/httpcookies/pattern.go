package httpcookies

import (
	"regexp"
	"strconv"
	"strings"
)

// legalKey are the characters of a name beside letters and digits.
const legalKey = "!#$%&'*+-.^_`|~:"

// unescaped are the characters that need no escape in a quoted value.
const unescaped = legalKey + " ()/<=>?@[]{}"

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func isLegalKey(s string) bool {
	for i := range len(s) {
		if !isAlphanumeric(s[i]) && strings.IndexByte(legalKey, s[i]) < 0 {
			return false
		}
	}
	return s != ""
}

// quote is a value as a header has it: in quotes if it must be.
func quote(s string) string {
	if isLegalKey(s) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range s {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c < 256 && !(c < 128 && (isAlphanumeric(byte(c)) || strings.IndexByte(unescaped, byte(c)) >= 0)):
			octal := strconv.FormatInt(int64(c), 8)
			b.WriteString(`\` + "000"[len(octal):] + octal)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// unquote undoes quote.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	s = s[1 : len(s)-1]
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '\\' || i+1 == len(s) || s[i+1] == '\n':
			b.WriteByte(s[i])
		case i+3 < len(s) && s[i+1] >= '0' && s[i+1] <= '3' && isOctal(s[i+2]) && isOctal(s[i+3]):
			n, _ := strconv.ParseUint(s[i+1:i+4], 8, 8)
			b.WriteRune(rune(n))
			i += 3
		default:
			i++
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func isOctal(c byte) bool { return c >= '0' && c <= '7' }

const (
	blank           = `[ \t\n\r\f\v]`
	keyCharacters   = "[\\w!#%&'~`><@,:/$*+.^|)(?}{=-]"
	valueCharacters = "[\\w!#%&'~`><@,:/$*+.^|)(?}{=\\[\\]-]"
)

// cookiePattern matches a name with or without a value, and what separates it
// from the next.
var cookiePattern = regexp.MustCompile(`^` + blank + `*(` + keyCharacters + `+?)(` + blank + `*=` + blank + `*` +
	`("(?:[^\\"]|\\.)*"|\w{3},` + blank + `[\w \t\n\r\f\v-]{9,11}` + blank + `[\d:]{8}` + blank + `GMT|` + valueCharacters + `*))?` +
	blank + `*(?:` + blank + `+|;|$)`)

// A field is name=value as a Cookie header has it. Without a value it is a
// flag.
type field struct {
	name, value string
	hasValue    bool
}

// nextField parses a field at the start of s; ok is false if there is none.
func nextField(s string) (f field, rest string, ok bool) {
	m := cookiePattern.FindStringSubmatchIndex(s)
	if m == nil {
		return f, s, false
	}
	f.name = s[m[2]:m[3]]
	if m[6] >= 0 {
		f.value, f.hasValue = s[m[6]:m[7]], true
	}
	return f, s[m[1]:], true
}
