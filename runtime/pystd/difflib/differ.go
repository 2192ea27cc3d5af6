package difflib

import (
	"strings"
	"unicode"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A differ compares lines, and the characters of lines that are similar:
// difflib.Differ.
type differ struct{ lineJunk, charJunk any }

// similar is the ratio above which lines are shown as changed.
const similar = 0.75

// compare writes the lines of both with a code of two characters before each.
func (d *differ) compare(a, b []any, out func(line string)) {
	m := newMatcher(d.lineJunk, true)
	m.setA(py.ListOf(a...))
	m.setB(py.ListOf(b...))
	for _, s := range m.steps() {
		switch s.tag {
		case "replace":
			d.replace(a[s.a1:s.a2], b[s.b1:s.b2], out)
		case "delete":
			dump('-', a[s.a1:s.a2], out)
		case "insert":
			dump('+', b[s.b1:s.b2], out)
		default:
			dump(' ', a[s.a1:s.a2], out)
		}
	}
}

func dump(tag byte, lines []any, out func(line string)) {
	for _, line := range lines {
		out(string(tag) + " " + py.Str(line))
	}
}

// replace shows the lines of a replaced by those of b, around the pair that is
// most similar.
func (d *differ) replace(a, b []any, out func(line string)) {
	best, cutoff := similar-0.01, similar
	bestI, bestJ := -1, -1
	equalI, equalJ := -1, -1
	m := newMatcher(d.charJunk, true)
	for j, lineB := range b {
		m.setB(lineB)
		for i, lineA := range a {
			if py.Equal(lineA, lineB) {
				if equalI < 0 {
					equalI, equalJ = i, j
				}
				continue
			}
			m.setA(lineA)
			if m.lengthRatio() > best && m.quickRatio() > best && m.ratio() > best {
				best, bestI, bestJ = m.ratio(), i, j
			}
		}
	}
	if best < cutoff {
		if equalI < 0 {
			if len(b) < len(a) {
				dump('+', b, out)
				dump('-', a, out)
			} else {
				dump('-', a, out)
				dump('+', b, out)
			}
			return
		}
		bestI, bestJ = equalI, equalJ
	} else {
		equalI = -1
	}
	d.around(a[:bestI], b[:bestJ], out)
	if equalI < 0 {
		d.changed(m, a[bestI], b[bestJ], out)
	} else {
		out("  " + py.As[string](a[bestI]))
	}
	d.around(a[bestI+1:], b[bestJ+1:], out)
}

func (d *differ) around(a, b []any, out func(line string)) {
	switch {
	case len(a) > 0 && len(b) > 0:
		d.replace(a, b, out)
	case len(a) > 0:
		dump('-', a, out)
	default:
		dump('+', b, out)
	}
}

// changed shows two similar lines, with marks below what differs.
func (d *differ) changed(m *matcher, a, b any, out func(line string)) {
	m.setA(a)
	m.setB(b)
	var marksA, marksB strings.Builder
	for _, s := range m.steps() {
		markA, markB := " ", " "
		switch s.tag {
		case "replace":
			markA, markB = "^", "^"
		case "delete":
			markA = "-"
		case "insert":
			markB = "+"
		}
		marksA.WriteString(strings.Repeat(markA, s.a2-s.a1))
		marksB.WriteString(strings.Repeat(markB, s.b2-s.b1))
	}
	for _, side := range []struct{ sign, line, marks string }{
		{"- ", py.As[string](a), marksA.String()}, {"+ ", py.As[string](b), marksB.String()},
	} {
		out(side.sign + side.line)
		if marks := keepSpace(side.line, side.marks); marks != "" {
			out("? " + marks + "\n")
		}
	}
}

// keepSpace puts the white space of the line where there is no mark, so that
// tabs keep the marks in their columns.
func keepSpace(line, marks string) string {
	var b strings.Builder
	i := 0
	for _, c := range line {
		if i == len(marks) {
			break
		}
		if marks[i] == ' ' && unicode.IsSpace(c) {
			b.WriteRune(c)
		} else {
			b.WriteByte(marks[i])
		}
		i++
	}
	return strings.TrimRightFunc(b.String(), unicode.IsSpace)
}
