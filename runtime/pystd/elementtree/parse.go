package elementtree

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The codes of expat's errors.
const (
	errSyntax     = 2
	errNoElements = 3
	errInvalid    = 4
	errUnclosed   = 5
	errMismatch   = 7
	errDuplicate  = 8
	errJunk       = 9
	errEntity     = 11
	errMisplaced  = 17
	errCData      = 20
	errUnbound    = 27
)

var errorTexts = map[int]string{
	errSyntax: "syntax error", errNoElements: "no element found", errInvalid: "not well-formed (invalid token)",
	errUnclosed: "unclosed token", errMismatch: "mismatched tag", errDuplicate: "duplicate attribute",
	errJunk: "junk after document element", errEntity: "undefined entity",
	errMisplaced: "XML or text declaration not at start of entity", errCData: "unclosed CDATA section",
	errUnbound: "unbound prefix",
}

// A parser reads one document with the errors of expat.
type parser struct {
	text     string
	pos      int
	open     []*opened
	root     any
	last     any // the element that closed last: text goes to its tail
	data     strings.Builder
	entities map[string]string
	events   func(kind string, element any) // told of starts, ends and namespaces; may be nil
}

// opened is an element whose end has not been read.
type opened struct {
	element any
	name    string
	spaces  map[string]string
}

// fail raises ParseError for a place in the text.
func (p *parser) fail(code, at int) {
	before := p.text[:at]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	e := py.NewException(parseErrorClass(), errorTexts[code]+": line "+strconv.Itoa(line)+", column "+strconv.Itoa(column))
	py.SetAttr(e, "code", code)
	py.SetAttr(e, "position", py.Tuple{line, column})
	panic(e)
}

// parse reads the whole document and returns its root.
func (p *parser) parse() any {
	p.text = strings.TrimPrefix(p.text, "\ufeff")
	p.text = strings.ReplaceAll(strings.ReplaceAll(p.text, "\r\n", "\n"), "\r", "\n")
	p.entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}
	if strings.HasPrefix(p.text, "<?xml ") {
		p.pos = p.endOf("?>", 0)
	}
	for p.pos < len(p.text) {
		if p.text[p.pos] == '<' {
			p.markup()
		} else {
			p.characters()
		}
	}
	if len(p.open) > 0 || p.root == nil {
		p.fail(errNoElements, len(p.text))
	}
	return p.root
}

// endOf is where the text after what ends the token at start begins.
func (p *parser) endOf(end string, start int) int {
	i := strings.Index(p.text[start:], end)
	if i < 0 {
		p.fail(errUnclosed, start)
	}
	return start + i + len(end)
}

func (p *parser) markup() {
	start := p.pos
	rest := p.text[start:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		end := strings.Index(rest[4:], "--")
		if end < 0 {
			p.fail(errUnclosed, start)
		}
		after := start + 4 + end + 2
		if after >= len(p.text) {
			p.fail(errUnclosed, start)
		}
		if p.text[after] != '>' {
			p.fail(errInvalid, after)
		}
		p.pos = after + 1
	case strings.HasPrefix(rest, "<![CDATA["):
		if len(p.open) == 0 {
			p.fail(p.outside(), start)
		}
		end := strings.Index(rest, "]]>")
		if end < 0 {
			p.fail(errCData, len(p.text))
		}
		p.data.WriteString(rest[9:end])
		p.pos = start + end + 3
	case strings.HasPrefix(rest, "<?xml") && len(rest) > 5 && isSpace(rest[5]):
		p.fail(errMisplaced, start)
	case strings.HasPrefix(rest, "<?"):
		p.pos = p.endOf("?>", start)
	case strings.HasPrefix(rest, "<!DOCTYPE"):
		p.doctype()
	case strings.HasPrefix(rest, "</"):
		p.endTag()
	default:
		p.startTag()
	}
}

// outside is the error of what stands where no content can stand.
func (p *parser) outside() int {
	if p.root != nil {
		return errJunk
	}
	return errSyntax
}

// doctype reads a document type with the entities that it declares.
func (p *parser) doctype() {
	start := p.pos
	depth := 0
	for i := start; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '>' && depth == 0:
			for _, part := range strings.Split(p.text[start:i], "<!ENTITY")[1:] {
				fields := strings.Fields(part)
				open := strings.IndexAny(part, `"'`)
				if len(fields) < 2 || open < 0 {
					continue
				}
				if end := strings.IndexByte(part[open+1:], part[open]); end >= 0 {
					p.entities[fields[0]] = part[open+1 : open+1+end]
				}
			}
			p.pos = i + 1
			return
		}
	}
	p.fail(errUnclosed, start)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func nameStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
}

func namePart(c byte) bool { return nameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' }

// name reads the name at i and returns its end.
func (p *parser) name(i, token int) int {
	if i >= len(p.text) {
		p.fail(errUnclosed, token)
	}
	if !nameStart(p.text[i]) {
		p.fail(errInvalid, i)
	}
	for i < len(p.text) && namePart(p.text[i]) {
		i++
	}
	if i >= len(p.text) {
		p.fail(errUnclosed, token)
	}
	return i
}

func (p *parser) spaces(i, token int) int {
	for i < len(p.text) && isSpace(p.text[i]) {
		i++
	}
	if i >= len(p.text) {
		p.fail(errUnclosed, token)
	}
	return i
}

func (p *parser) endTag() {
	start := p.pos
	if len(p.open) == 0 {
		if p.root != nil {
			p.fail(errJunk, start)
		}
		p.fail(errInvalid, start+1)
	}
	end := p.name(start+2, start)
	name := p.text[start+2 : end]
	i := p.spaces(end, start)
	if p.text[i] != '>' {
		p.fail(errInvalid, i)
	}
	if p.open[len(p.open)-1].name != name {
		p.fail(errMismatch, start+2)
	}
	p.pos = i + 1
	p.close()
}

func (p *parser) close() {
	p.flush()
	top := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	p.last = top.element
	p.emit("end", top.element)
}

func (p *parser) emit(kind string, element any) {
	if p.events != nil {
		p.events(kind, element)
	}
}

type attribute struct {
	name, value string
	at          int
}

func (p *parser) startTag() {
	start := p.pos
	i := p.name(start+1, start)
	name := p.text[start+1 : i]
	if len(p.open) == 0 && p.root != nil {
		p.fail(errJunk, start)
	}
	var attributes []attribute
	empty := false
	for {
		before := i
		i = p.spaces(i, start)
		if p.text[i] == '>' {
			break
		}
		if p.text[i] == '/' {
			if i+1 >= len(p.text) {
				p.fail(errUnclosed, start)
			}
			if p.text[i+1] != '>' {
				p.fail(errInvalid, i+1)
			}
			empty = true
			i++
			break
		}
		if i == before {
			p.fail(errInvalid, i)
		}
		at := i
		i = p.name(i, start)
		a := attribute{name: p.text[at:i], at: at}
		if i = p.spaces(i, start); p.text[i] != '=' {
			p.fail(errInvalid, i)
		}
		i = p.spaces(i+1, start)
		quote := p.text[i]
		if quote != '"' && quote != '\'' {
			p.fail(errInvalid, i)
		}
		end := strings.IndexByte(p.text[i+1:], quote)
		if bad := strings.IndexByte(p.text[i+1:], '<'); bad >= 0 && (end < 0 || bad < end) {
			p.fail(errInvalid, i+1+bad)
		}
		if end < 0 {
			p.fail(errUnclosed, start)
		}
		a.value = p.expand(i+1, i+1+end, true)
		i += end + 2
		for _, other := range attributes {
			if other.name == a.name {
				p.fail(errDuplicate, at)
			}
		}
		attributes = append(attributes, a)
	}
	p.pos = i + 1
	p.openElement(name, attributes, start)
	if empty {
		p.close()
	}
}

func (p *parser) openElement(name string, attributes []attribute, start int) {
	p.flush()
	top := &opened{name: name}
	attrib := py.DictOf[any, any]()
	for _, a := range attributes {
		if prefix, ok := strings.CutPrefix(a.name, "xmlns:"); ok || a.name == "xmlns" {
			if top.spaces == nil {
				top.spaces = map[string]string{}
			}
			top.spaces[strings.TrimPrefix(prefix, "xmlns")] = a.value
			p.emit("start-ns", py.Tuple{strings.TrimPrefix(prefix, "xmlns"), a.value})
		}
	}
	p.open = append(p.open, top)
	for _, a := range attributes {
		if a.name != "xmlns" && !strings.HasPrefix(a.name, "xmlns:") {
			attrib.Set(p.qualified(a.name, true, start), a.value)
		}
	}
	top.element = newElement(p.qualified(name, false, start), attrib)
	if len(p.open) == 1 {
		p.root = top.element
	} else {
		parent := of(p.open[len(p.open)-2].element)
		parent.children = append(parent.children, top.element)
	}
	p.last = nil
	p.emit("start", top.element)
}

// qualified is a name with the namespace of its prefix.
func (p *parser) qualified(name string, isAttribute bool, start int) string {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
		if isAttribute {
			return name
		}
	}
	if prefix == "xml" {
		return "{http://www.w3.org/XML/1998/namespace}" + local
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if uri, ok := p.open[i].spaces[prefix]; ok {
			if uri == "" {
				return local
			}
			return "{" + uri + "}" + local
		}
	}
	if prefix != "" {
		p.fail(errUnbound, start)
	}
	return local
}

// characters reads text up to the next markup.
func (p *parser) characters() {
	start := p.pos
	end := strings.IndexByte(p.text[start:], '<')
	if end < 0 {
		end = len(p.text)
	} else {
		end += start
	}
	if len(p.open) == 0 {
		for i := start; i < end; i++ {
			if !isSpace(p.text[i]) {
				p.fail(p.outside(), i)
			}
		}
		p.pos = end
		return
	}
	p.data.WriteString(p.expand(start, end, false))
	p.pos = end
}

// expand replaces the references in a part of the text, and in attributes white
// space by blanks.
func (p *parser) expand(start, end int, isAttribute bool) string {
	var b strings.Builder
	for i := start; i < end; {
		c := p.text[i]
		switch {
		case c == '&':
			text, next := p.reference(i, end)
			b.WriteString(text)
			i = next
			continue
		case isAttribute && isSpace(c):
			c = ' '
		case c < ' ' && !isSpace(c):
			p.fail(errInvalid, i)
		case !isAttribute && strings.HasPrefix(p.text[i:end], "]]>"):
			p.fail(errInvalid, i+2)
		}
		b.WriteByte(c)
		i++
	}
	return b.String()
}

// reference reads the reference at i and returns its text and end.
func (p *parser) reference(i, end int) (string, int) {
	at := i + 1
	base, digits := 10, "0123456789"
	isNumber := at < end && p.text[at] == '#'
	if isNumber {
		if at++; at < end && p.text[at] == 'x' {
			at++
			base, digits = 16, "0123456789abcdefABCDEF"
		}
	}
	from := at
	for at < end && p.text[at] != ';' {
		c := p.text[at]
		if isNumber && strings.IndexByte(digits, c) < 0 || !isNumber && !(nameStart(c) || at > from && namePart(c)) {
			p.fail(errInvalid, at)
		}
		at++
	}
	if at >= end || at == from {
		p.fail(errInvalid, at)
	}
	if !isNumber {
		text, ok := p.entities[p.text[from:at]]
		if !ok {
			p.fail(errEntity, i)
		}
		return text, at + 1
	}
	n, err := strconv.ParseInt(p.text[from:at], base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) || n == 0 {
		p.fail(errInvalid, i)
	}
	return string(rune(n)), at + 1
}

// flush gives the text that was read to the element it belongs to.
func (p *parser) flush() {
	if p.data.Len() == 0 {
		return
	}
	text := p.data.String()
	p.data.Reset()
	if p.last != nil {
		of(p.last).tail = text
	} else if len(p.open) > 0 {
		of(p.open[len(p.open)-1].element).text = text
	}
}
