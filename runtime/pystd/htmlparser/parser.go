package htmlparser

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/html"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// A parser is the state of an HTMLParser.
type parser struct {
	py.Attributes
	// raw is what is still to be parsed.
	raw     string
	convert bool
	lastTag string
	// element is the element whose content is no markup, empty outside of one;
	// its end is found by ending.
	element      string
	ending       *re.Pattern
	startTag     any
	line, column int
}

// PyClass is html.parser.HTMLParser.
func (*parser) PyClass() *py.Class { return parserClass }

func (p *parser) reset() {
	p.raw, p.lastTag, p.element, p.startTag = "", "???", "", nil
	p.line, p.column = 1, 0
}

func (p *parser) setCData(element string) {
	p.element = py.StrLower(element)
	p.ending = re.Compile(`(?i)</\s*` + p.element + `\s*>`)
}

// advance moves the position over a text.
func (p *parser) advance(text string) {
	if n := strings.Count(text, "\n"); n > 0 {
		p.line += n
		p.column = py.StrLen(text[strings.LastIndexByte(text, '\n')+1:])
		return
	}
	p.column += py.StrLen(text)
}

// A run is one call of feed or close.
type run struct {
	*parser
	// self is the object whose methods are called.
	self any
	text string
	at   int
	end  bool
}

func (p *parser) run(self any, end bool) {
	r := &run{parser: p, self: self, text: p.raw, end: end}
	for r.at < len(r.text) && r.step() {
	}
	if n := len(r.text); end && r.at < n && r.element == "" {
		r.data(r.text[r.at:], true)
		r.moveTo(n)
	}
	p.raw = r.text[r.at:]
}

func (r *run) moveTo(at int) {
	if at > r.at {
		r.advance(r.text[r.at:at])
	}
	r.at = at
}

func (r *run) handle(method string, args ...any) { py.CallMethod(r.self, method, args...) }

// data hands text over, references in it resolved unless it is raw.
func (r *run) data(text string, resolve bool) {
	if resolve && r.convert && r.element == "" {
		text = html.Unescape(text)
	}
	r.handle("handle_data", text)
}

// maxReference is how long a reference may be whose end has not come yet.
const maxReference = 34

// textEnd is where the text ends that comes next; -1 if more input may change
// it.
func (r *run) textEnd() int {
	rest := r.text[r.at:]
	switch {
	case r.element != "":
		m := r.ending.Search(rest)
		if m == nil {
			return -1
		}
		return r.at + len(py.StrSlice(rest, nil, py.CallMethod(m, "start"), nil))
	case r.convert:
		if j := strings.IndexByte(rest, '<'); j >= 0 {
			return r.at + j
		}
		amp := strings.LastIndexByte(rest, '&')
		if amp >= 0 && py.StrLen(rest[amp:]) <= maxReference && !strings.ContainsFunc(rest[amp:], func(c rune) bool {
			return c == ';' || py.StrIsSpace(string(c))
		}) {
			return -1
		}
	default:
		if j := strings.IndexAny(rest, "&<"); j >= 0 {
			return r.at + j
		}
	}
	return len(r.text)
}

// step parses a text and what follows it, and reports whether there is more to
// parse.
func (r *run) step() bool {
	end := r.textEnd()
	if end < 0 {
		return false
	}
	if r.at < end {
		r.data(r.text[r.at:end], true)
	}
	r.moveTo(end)
	if r.at == len(r.text) {
		return false
	}
	switch rest := r.text[r.at:]; {
	case rest[0] == '<':
		return r.markup(rest)
	case strings.HasPrefix(rest, "&#"):
		return r.numericReference(rest)
	}
	return r.namedReference(r.text[r.at:])
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// markup parses what begins with <.
func (r *run) markup(rest string) bool {
	var n int
	switch {
	case len(rest) > 1 && isLetter(rest[1]):
		n = r.parseStartTag(rest)
	case strings.HasPrefix(rest, "</"):
		n = r.parseEndTag(rest)
	case strings.HasPrefix(rest, "<!--"):
		n = r.parseComment(rest)
	case strings.HasPrefix(rest, "<?"):
		n = r.until(rest, 2, "handle_pi")
	case strings.HasPrefix(rest, "<!"):
		n = r.parseDeclaration(rest)
	case len(rest) > 1:
		r.data("<", false)
		n = 1
	default:
		return false
	}
	if n < 0 {
		if !r.end {
			return false
		}
		// At the end the markup that is not complete is text.
		if n = strings.IndexByte(rest[1:], '>') + 2; n == 1 {
			if n = strings.IndexByte(rest[1:], '<') + 1; n == 0 {
				n = 1
			}
		}
		r.data(rest[:n], true)
	}
	r.moveTo(r.at + n)
	return true
}

// until hands over what stands from a start to the next >.
func (r *run) until(rest string, start int, method string) int {
	end := strings.IndexByte(rest[start:], '>')
	if end < 0 {
		return -1
	}
	r.handle(method, rest[start:start+end])
	return start + end + 1
}

var commentEnd = re.Compile(`--\s*>`)

func (r *run) parseComment(rest string) int {
	m := commentEnd.Search(rest[4:])
	if m == nil {
		return -1
	}
	text := py.StrSlice(rest[4:], nil, py.CallMethod(m, "start"), nil)
	r.handle("handle_comment", text)
	return 4 + len(text) + len(py.As[string](py.CallMethod(m, "group")))
}

func (r *run) parseDeclaration(rest string) int {
	switch {
	case strings.HasPrefix(rest, "<!["):
		return r.parseMarkedSection(rest)
	case len(rest) >= 9 && strings.EqualFold(rest[:9], "<!doctype"):
		return r.until(rest, 2, "handle_decl")
	}
	return r.until(rest, 2, "handle_comment")
}

var (
	sectionName      = re.Compile(`[a-zA-Z][-_.a-zA-Z0-9]*\s*`)
	sectionEnd       = re.Compile(`]\s*]\s*>`)
	officeSectionEnd = re.Compile(`]\s*>`)
)

// parseMarkedSection parses <![CDATA[...]]> and the like. It raises
// AssertionError for another name.
func (r *run) parseMarkedSection(rest string) int {
	body := rest[3:]
	if body == "" {
		return -1
	}
	m := sectionName.Match(body)
	if m == nil {
		r.moveTo(r.at)
		py.Raise(py.NewAssertionError("expected name token at " + py.Repr(py.StrSlice(rest, nil, 20, nil))))
	}
	whole := py.As[string](py.CallMethod(m, "group"))
	if len(whole) == len(body) {
		return -1
	}
	var end *re.Match
	switch strings.ToLower(py.StrStrip(whole)) {
	case "temp", "cdata", "ignore", "include", "rcdata":
		end = sectionEnd.Search(body)
	case "if", "else", "endif":
		end = officeSectionEnd.Search(body)
	default:
		py.Raise(py.NewAssertionError("unknown status keyword " + py.Repr(whole) + " in marked section"))
	}
	if end == nil {
		return -1
	}
	text := py.StrSlice(body, nil, py.CallMethod(end, "start"), nil)
	r.handle("unknown_decl", text)
	return 3 + len(text) + len(py.As[string](py.CallMethod(end, "group")))
}

// numericReference parses what begins with &#.
func (r *run) numericReference(rest string) bool {
	n := 2
	isDigit := func(c byte) bool { return '0' <= c && c <= '9' }
	if n < len(rest) && (rest[n] == 'x' || rest[n] == 'X') {
		n++
	}
	digits := n
	isHex := func(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }
	for n < len(rest) && (isDigit(rest[n]) || digits == 3 && isHex(rest[n])) {
		n++
	}
	if n > digits && n < len(rest) && !isHex(rest[n]) {
		r.handle("handle_charref", rest[2:n])
		if rest[n] == ';' {
			n++
		}
		r.moveTo(r.at + n)
		return true
	}
	if strings.Contains(rest, ";") {
		r.data(rest[:2], false)
		r.moveTo(r.at + 2)
	}
	return false
}

// namedReference parses what begins with &.
func (r *run) namedReference(rest string) bool {
	n := 1
	for n < len(rest) && (isLetter(rest[n]) || n > 1 && (rest[n] == '-' || rest[n] == '.' || '0' <= rest[n] && rest[n] <= '9')) {
		n++
	}
	// The name may give back marks at its end to have a character after it.
	name := n
	if n == len(rest) {
		for name > 1 && (isLetter(rest[name-1]) || '0' <= rest[name-1] && rest[name-1] <= '9') {
			name--
		}
		name--
	}
	if name > 1 && name < len(rest) {
		r.handle("handle_entityref", rest[1:name])
		if rest[name] == ';' {
			name++
		}
		r.moveTo(r.at + name)
		return true
	}
	if len(rest) > 1 && (isLetter(rest[1]) || rest[1] == '#') {
		if r.end && len(rest) == 2 {
			r.moveTo(r.at + 1)
		}
		return false
	}
	if len(rest) > 1 {
		r.data("&", false)
		r.moveTo(r.at + 1)
		return true
	}
	return false
}
