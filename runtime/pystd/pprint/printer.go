// Package pprint is Python's module pprint: it prints nested values over as
// many lines as their width needs.
// https://docs.python.org/3.13/library/pprint.html
package pprint

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// options are the arguments of PrettyPrinter.
type options struct {
	indent, width int
	// depth is how deep values nest that are printed; 0 is any depth.
	depth                        int
	compact, sorted, underscores bool
}

// newOptions checks the arguments indent, width and depth.
func newOptions(indent, width, depth, compact, sorted, underscores any) options {
	o := options{
		indent: number.Int(py.Int(indent)), width: number.Int(py.Int(width)),
		compact: py.Truth(compact), sorted: py.Truth(sorted), underscores: py.Truth(underscores),
	}
	if o.indent < 0 {
		panic(exc.ValueError("indent must be >= 0"))
	}
	if depth != nil {
		if !py.Greater(depth, 0) {
			panic(exc.ValueError("depth must be > 0"))
		}
		o.depth = number.Int(depth)
	}
	if o.width == 0 {
		panic(exc.ValueError("width must be != 0"))
	}
	return o
}

// A printer lays out one value.
type printer struct {
	options
	out strings.Builder
	// open are the containers that are being printed, by identity.
	open map[int]bool
}

// format is the text of v.
func (o options) format(v any) string {
	p := &printer{options: o, open: map[int]bool{}}
	p.print(v, 0, 0, 0)
	return p.out.String()
}

// Format is pformat(v, indent, width, sort_dicts=sorted).
func Format(v any, indent, width int, sorted bool) string {
	return options{indent: indent, width: width, sorted: sorted}.format(v)
}

func (p *printer) write(text string) { p.out.WriteString(text) }

func blanks(n int) string { return strings.Repeat(" ", max(n, 0)) }

// recursion is what stands for a container inside of itself.
func recursion(v any) string {
	return "<Recursion on " + py.TypeOf(v).Name() + " with id=" + py.Str(py.ID(v)) + ">"
}

// A place is where a value is printed: at a column, with characters after it,
// so many levels deep.
type place struct{ indent, allowance, level int }

// print writes v, which begins at the column indent and is followed by
// allowance characters.
func (p *printer) print(v any, indent, allowance, level int) {
	id := 0
	layout := layoutOf(v)
	if layout != nil {
		if id = py.ID(v); p.open[id] {
			p.write(recursion(v))
			return
		}
	}
	text := p.repr(v, level)
	if layout == nil || py.StrLen(text) <= p.width-indent-allowance {
		p.write(text)
		return
	}
	p.open[id] = true
	defer delete(p.open, id)
	layout(p, v, text, place{indent, allowance, level + 1})
}

func (p *printer) printPairs(items []py.Tuple, at place) {
	indent := at.indent + p.indent
	for i, item := range items {
		key := p.repr(item[0], at.level)
		p.write(key + ": ")
		if i == len(items)-1 {
			p.print(item[1], indent+py.StrLen(key)+2, at.allowance, at.level)
			return
		}
		p.print(item[1], indent+py.StrLen(key)+2, 1, at.level)
		p.write(",\n" + blanks(indent))
	}
}

// printFields writes name=value pairs.
func (p *printer) printFields(items []py.Tuple, at place) {
	for i, item := range items {
		name := py.Str(item[0])
		p.write(name + "=")
		allowance := 1
		if i == len(items)-1 {
			allowance = at.allowance
		}
		if layoutOf(item[1]) != nil && p.open[py.ID(item[1])] {
			p.write("...")
		} else {
			p.print(item[1], at.indent+py.StrLen(name)+1, allowance, at.level)
		}
		if i < len(items)-1 {
			p.write(",\n" + blanks(at.indent))
		}
	}
}

func (p *printer) printItems(items py.Tuple, at place) {
	indent := at.indent + p.indent
	p.write(blanks(p.indent - 1))
	newLine := ",\n" + blanks(indent)
	separator := ""
	room := p.width - indent + 1
	left := room
	for i, item := range items {
		allowance := 1
		if i == len(items)-1 {
			allowance = at.allowance
			room -= at.allowance
			left -= at.allowance
		}
		if p.compact {
			text := p.repr(item, at.level)
			width := py.StrLen(text) + 2
			if left < width {
				left = room
				if separator != "" {
					separator = newLine
				}
			}
			if left >= width {
				left -= width
				p.write(separator + text)
				separator = ", "
				continue
			}
		}
		p.write(separator)
		separator = newLine
		p.print(item, indent, allowance, at.level)
	}
}
