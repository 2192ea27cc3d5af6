package pprint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func sortedItems(v any) py.Tuple {
	items := py.TupleFrom(py.Iter(v))
	slices.SortStableFunc(items, compare)
	return items
}

var words = regexp.MustCompile(`\S*\s*`)

// layText breaks a text at its lines, and lines between words.
func (p *printer) layText(v any, text string, at place) {
	s := py.Payload(v).(string)
	if s == "" {
		p.write(text)
		return
	}
	lines := py.ListFrom(py.StrSplitLines(s, true).All())
	if at.level == 1 {
		at.indent++
		at.allowance++
	}
	var chunks []string
	last := lines.Len() - 1
	for i := range lines.Len() {
		line := lines.Get(i)
		room := p.width - at.indent
		text = py.Repr(line)
		if i == last {
			room -= at.allowance
		}
		if py.StrLen(text) <= room {
			chunks = append(chunks, text)
			continue
		}
		chunks = append(chunks, p.wrap(line, at, i == last)...)
	}
	if len(chunks) == 1 {
		p.write(text)
		return
	}
	joined := strings.Join(chunks, "\n"+blanks(at.indent))
	if at.level == 1 {
		joined = "(" + joined + ")"
	}
	p.write(joined)
}

func (p *printer) wrap(line string, at place, last bool) []string {
	var chunks []string
	current, room := "", p.width-at.indent
	parts := words.FindAllString(line, -1)
	if n := len(parts); n > 0 && parts[n-1] == "" {
		parts = parts[:n-1]
	}
	for j, part := range parts {
		if last && j == len(parts)-1 {
			room -= at.allowance
		}
		if py.StrLen(py.Repr(current+part)) <= room {
			current += part
			continue
		}
		if current != "" {
			chunks = append(chunks, py.Repr(current))
		}
		current = part
	}
	if current != "" {
		chunks = append(chunks, py.Repr(current))
	}
	return chunks
}

// layBytes breaks bytes after multiples of four.
func (p *printer) layBytes(v any, at place) {
	data := py.BytesLike(v)
	if len(data) <= 4 {
		p.write(py.Repr(py.Bytes(data)))
		return
	}
	start, end := "", ""
	if at.level == 1 {
		at.indent++
		at.allowance++
		start, end = "(", ")"
	}
	var chunks []string
	current, room := "", p.width-at.indent
	for i := 0; i < len(data); i += 4 {
		part := data[i:min(i+4, len(data))]
		if i == len(data)/4*4 {
			room -= at.allowance
		}
		if len(py.Repr(py.Bytes(current+part))) <= room {
			current += part
			continue
		}
		if current != "" {
			chunks = append(chunks, py.Repr(py.Bytes(current)))
		}
		current = part
	}
	if current != "" {
		chunks = append(chunks, py.Repr(py.Bytes(current)))
	}
	p.write(start + strings.Join(chunks, "\n"+blanks(at.indent)) + end)
}

func (p *printer) layByteArray(v any, _ string, at place) {
	p.write("bytearray(")
	p.layBytes(v, place{at.indent + len("bytearray("), at.allowance + 1, at.level + 1})
	p.write(")")
}
