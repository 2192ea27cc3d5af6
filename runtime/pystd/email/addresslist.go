package email

import (
	"regexp"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	addressSpecials = `()<>@,:;."[]`
	lineSpace       = " \t"
	atomEnds        = addressSpecials + lineSpace + "\r\n"
)

var phraseEnds = strings.ReplaceAll(atomEnds, ".", "")

// An addressReader reads addresses as email.utils does, tolerantly.
type addressReader struct {
	text     string
	at       int
	comments []string
}

// pair is a display name and an address.
type pair struct{ name, address string }

func (r *addressReader) done() bool { return r.at >= len(r.text) }

func (r *addressReader) is(c byte) bool { return !r.done() && r.text[r.at] == c }

func (r *addressReader) in(set string) bool {
	return !r.done() && strings.IndexByte(set, r.text[r.at]) >= 0
}

// skip passes blanks, which it returns, and comments, which it keeps.
func (r *addressReader) skip() string {
	var b strings.Builder
	for !r.done() {
		switch {
		case r.in(" \t\r\n"):
			if r.in(lineSpace) {
				b.WriteByte(r.text[r.at])
			}
			r.at++
		case r.is('('):
			r.comments = append(r.comments, r.comment())
		default:
			return b.String()
		}
	}
	return b.String()
}

// readAddresses reads a list of addresses.
func readAddresses(text string) []pair {
	r := &addressReader{text: text}
	var all []pair
	for !r.done() {
		at := r.at
		got := r.address()
		if len(got) == 0 {
			got = []pair{{}}
		}
		all = append(all, got...)
		if r.at == at {
			r.at++
		}
	}
	return all
}

func (r *addressReader) address() []pair {
	r.comments = nil
	r.skip()
	start := r.at
	phrase := r.phrase()
	r.skip()
	var all []pair
	plain := func() {
		if len(phrase) > 0 {
			all = []pair{{strings.Join(r.comments, " "), phrase[0]}}
		}
	}
	switch {
	case r.done():
		plain()
	case r.in(".@"):
		r.at = start
		spec := r.spec()
		all = []pair{{strings.Join(r.comments, " "), spec}}
	case r.is(':'):
		r.at++
		for !r.done() {
			r.skip()
			if r.is(';') {
				r.at++
				break
			}
			at := r.at
			all = append(all, r.address()...)
			if r.at == at {
				break
			}
		}
	case r.is('<'):
		address := r.route()
		name := strings.Join(phrase, " ")
		if len(r.comments) > 0 {
			name += " (" + strings.Join(r.comments, " ") + ")"
		}
		all = []pair{{name, address}}
	default:
		plain()
		if len(phrase) == 0 && r.in(addressSpecials) {
			r.at++
		}
	}
	r.skip()
	if r.is(',') {
		r.at++
	}
	return all
}

func (r *addressReader) route() string {
	r.at++
	r.skip()
	address, route := "", false
	for !r.done() {
		switch {
		case route:
			r.domain()
			route = false
		case r.is('>'):
			r.at++
			return address
		case r.is('@'):
			r.at++
			route = true
		case r.is(':'):
			r.at++
		default:
			address = r.spec()
			r.at++
			return address
		}
		r.skip()
	}
	return address
}

// spec reads local@domain.
func (r *addressReader) spec() string {
	var parts []string
	dropSpace := func() {
		if n := len(parts); n > 0 && strings.TrimSpace(parts[n-1]) == "" {
			parts = parts[:n-1]
		}
	}
	r.skip()
loop:
	for !r.done() {
		keepSpace := true
		switch {
		case r.is('.'):
			dropSpace()
			parts = append(parts, ".")
			r.at++
			keepSpace = false
		case r.is('"'):
			parts = append(parts, `"`+quote(r.delimited('"', "\"\r", false))+`"`)
		case r.in(atomEnds):
			dropSpace()
			break loop
		default:
			parts = append(parts, r.atom(atomEnds))
		}
		if space := r.skip(); keepSpace && space != "" {
			parts = append(parts, space)
		}
	}
	if !r.is('@') {
		return strings.Join(parts, "")
	}
	r.at++
	r.skip()
	domain := r.domain()
	if domain == "" {
		return ""
	}
	return strings.Join(parts, "") + "@" + domain
}

func (r *addressReader) domain() string {
	var b strings.Builder
	for !r.done() {
		switch {
		case r.in(lineSpace):
			r.at++
		case r.is('('):
			r.comments = append(r.comments, r.comment())
		case r.is('['):
			b.WriteString("[" + r.delimited('[', "]\r", false) + "]")
		case r.is('.'):
			r.at++
			b.WriteByte('.')
		case r.is('@'):
			// a@b@c is no address.
			return ""
		case r.in(atomEnds):
			return b.String()
		default:
			b.WriteString(r.atom(atomEnds))
		}
	}
	return b.String()
}

func (r *addressReader) delimited(begin byte, ends string, comments bool) string {
	if !r.is(begin) {
		return ""
	}
	var b strings.Builder
	escaped := false
	r.at++
	for !r.done() {
		switch {
		case escaped:
			b.WriteByte(r.text[r.at])
			escaped = false
		case r.in(ends):
			r.at++
			return b.String()
		case comments && r.is('('):
			b.WriteString(r.comment())
			continue
		case r.is('\\'):
			escaped = true
		default:
			b.WriteByte(r.text[r.at])
		}
		r.at++
	}
	return b.String()
}

func (r *addressReader) comment() string { return r.delimited('(', ")\r", true) }

func (r *addressReader) atom(ends string) string {
	start := r.at
	for !r.done() && !r.in(ends) {
		r.at++
	}
	return r.text[start:r.at]
}

func (r *addressReader) phrase() []string {
	var all []string
	for !r.done() {
		switch {
		case r.in(lineSpace + "\r\n"):
			r.at++
		case r.is('"'):
			all = append(all, r.delimited('"', "\"\r", false))
		case r.is('('):
			r.comments = append(r.comments, r.comment())
		case r.in(phraseEnds):
			return all
		default:
			all = append(all, r.atom(phraseEnds))
		}
	}
	return all
}

var quotedName = regexp.MustCompile(`"(?:\\.|[^"\\])*"`)

// withoutNames removes what stands in quotes.
func withoutNames(text string) string { return quotedName.ReplaceAllLiteralString(text, "") }

var escapedCharacter = regexp.MustCompile(`\\.`)

// balanced says that each parenthesis has its other one.
func balanced(text string) bool {
	open := 0
	for _, c := range escapedCharacter.ReplaceAllLiteralString(withoutNames(text), "") {
		switch c {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}

// validated is the text of a header, or of no address if it is malformed.
func validated(text string) string {
	if !balanced(text) {
		return "('', '')"
	}
	return text
}

// getAddresses is email.utils.getaddresses.
func getAddresses(fields any, strict bool) any {
	var texts []string
	for f := range py.Iter(fields) {
		texts = append(texts, py.Str(f))
	}
	out := py.ListOf[any]()
	if !strict {
		for _, p := range readAddresses(strings.Join(texts, ", ")) {
			out.Append(py.Tuple{p.name, p.address})
		}
		return out
	}
	count := 0
	for i, text := range texts {
		texts[i] = validated(text)
		count += 1 + strings.Count(withoutNames(texts[i]), ",")
	}
	for _, p := range readAddresses(strings.Join(texts, ", ")) {
		if strings.Contains(p.address, "[") {
			p = pair{}
		}
		out.Append(py.Tuple{p.name, p.address})
	}
	if out.Len() != count {
		return py.ListOf[any](py.Tuple{"", ""})
	}
	return out
}

// parseAddr is email.utils.parseaddr.
func parseAddr(v any, strict bool) any {
	none := py.Tuple{"", ""}
	if !strict {
		all := readAddresses(py.Str(v))
		if len(all) == 0 {
			return none
		}
		return py.Tuple{all[0].name, all[0].address}
	}
	if py.IsInstance(v, py.ListClass) {
		v = py.GetItem(v, 0)
	}
	text, ok := py.Payload(v).(string)
	if !ok {
		return none
	}
	all := readAddresses(validated(text))
	if len(all) != 1 || strings.Contains(all[0].address, "[") {
		return none
	}
	return py.Tuple{all[0].name, all[0].address}
}

// formatAddr is email.utils.formataddr.
func formatAddr(name, address string, c *charset) string {
	py.StrEncode(address, "ascii", "strict")
	switch {
	case name == "":
		return address
	case !py.StrIsASCII(name):
		return c.encodeWord(name) + " <" + address + ">"
	}
	quotes := ""
	if strings.ContainsAny(name, `[]\()<>@,:;".`) {
		quotes = `"`
	}
	return quotes + quote(name) + quotes + " <" + address + ">"
}
