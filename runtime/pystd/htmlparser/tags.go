package htmlparser

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/html"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

var (
	tagName   = re.Compile(`([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*`)
	attribute = re.Compile(`((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*`)
	startTag  = re.Compile(`<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*` +
		`(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*`)
	endTag = re.Compile(`</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>`)
)

// firstPiece is how much of the text is looked at first for a start tag, so that
// a long document is not gone through for each.
const firstPiece = 1024

// matchStart is how much of rest a start tag takes without its end.
func matchStart(rest string) int {
	for size := firstPiece; ; size *= 4 {
		piece := rest[:min(size, len(rest))]
		m := startTag.Match(strings.ToValidUTF8(piece, "?"))
		n := len(py.As[string](py.CallMethod(m, "group")))
		if n+4 < len(piece) || len(piece) == len(rest) {
			return n
		}
	}
}

// startTagEnd is the length of a start tag; -1 if it is not complete.
func startTagEnd(rest string) int {
	n := matchStart(rest)
	next := rest[n:]
	switch {
	case strings.HasPrefix(next, ">"):
		return n + 1
	case strings.HasPrefix(next, "/>"):
		return n + 2
	case next == "", next[0] == '/', isLetter(next[0]), next[0] == '=':
		return -1
	}
	return max(n, 1)
}

func (r *run) parseStartTag(rest string) int {
	r.startTag = nil
	end := startTagEnd(rest)
	if end < 0 {
		return -1
	}
	whole := rest[:end]
	r.startTag = whole
	m := tagName.Match(whole[1:])
	tag := py.StrLower(py.As[string](py.CallMethod(m, "group", 1)))
	r.lastTag = tag
	at := 1 + py.As[int](py.CallMethod(m, "end"))
	attrs := py.ListOf[any]()
	// Matches are looked for in the whole tag, as they depend on what is before.
	for length := py.StrLen(whole); at < length; {
		found := py.CallMethod(attribute, "match", whole, at)
		if found == nil {
			break
		}
		attrs.Append(attributeOf(found))
		at = py.As[int](py.CallMethod(found, "end"))
	}
	switch tail := py.StrStrip(py.StrSlice(whole, at, nil, nil)); tail {
	case ">":
		r.handle("handle_starttag", tag, attrs)
		if py.Contains(py.GetAttr(r.self, "CDATA_CONTENT_ELEMENTS"), tag) {
			py.CallMethod(r.self, "set_cdata_mode", tag)
		}
	case "/>":
		r.handle("handle_startendtag", tag, attrs)
	default:
		r.data(whole, false)
	}
	return end
}

// attributeOf is the name and the value of a match; None stands for no value.
func attributeOf(m any) py.Tuple {
	name := py.StrLower(py.As[string](py.CallMethod(m, "group", 1)))
	if !py.Truth(py.CallMethod(m, "group", 2)) {
		return py.Tuple{name, nil}
	}
	value := py.As[string](py.CallMethod(m, "group", 3))
	if n := len(value); n > 0 && (value[0] == '\'' || value[0] == '"') && value[n-1] == value[0] {
		value = value[1:max(n-1, 1)]
	}
	return py.Tuple{name, html.Unescape(value)}
}

func (r *run) parseEndTag(rest string) int {
	end := strings.IndexByte(rest, '>') + 1
	if end == 0 {
		return -1
	}
	m := endTag.Match(rest[:end])
	if m == nil {
		return r.parseBadEndTag(rest, end)
	}
	tag := py.StrLower(py.As[string](py.CallMethod(m, "group", 1)))
	if r.element != "" && tag != r.element {
		r.data(rest[:end], false)
		return end
	}
	r.handle("handle_endtag", tag)
	py.CallMethod(r.self, "clear_cdata_mode")
	return end
}

// parseBadEndTag parses an end tag with something else than a name.
func (r *run) parseBadEndTag(rest string, end int) int {
	if r.element != "" {
		r.data(rest[:end], false)
		return end
	}
	m := tagName.Match(rest[2:])
	if m == nil {
		if strings.HasPrefix(rest, "</>") {
			return 3
		}
		return r.until(rest, 2, "handle_comment")
	}
	after := 2 + len(py.As[string](py.CallMethod(m, "group")))
	r.handle("handle_endtag", py.StrLower(py.As[string](py.CallMethod(m, "group", 1))))
	return after + strings.IndexByte(rest[after:], '>') + 1
}
