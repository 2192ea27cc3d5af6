package email

import (
	"regexp"
	"strings"
)

// A piece is text and the blanks before it.
type piece struct{ space, text string }

// A lineOfPieces is the line being filled; initial is what stands before it.
type lineOfPieces struct {
	pieces  []piece
	initial int
}

func (l *lineOfPieces) String() string {
	var b strings.Builder
	for _, p := range l.pieces {
		b.WriteString(p.space + p.text)
	}
	return b.String()
}

func (l *lineOfPieces) len() int { return l.initial + len([]rune(l.String())) }

func (l *lineOfPieces) pop() piece {
	n := len(l.pieces)
	if n == 0 {
		return piece{}
	}
	last := l.pieces[n-1]
	l.pieces = l.pieces[:n-1]
	return last
}

// A lineFormatter breaks the value of a header into lines: at the characters
// of splitChars if it can, the first of them preferred.
type lineFormatter struct {
	max          int
	continuation string
	splitChars   string
	lines        []string
	current      lineOfPieces
}

func (f *lineFormatter) transition() { f.current.pieces = append(f.current.pieces, piece{" ", ""}) }

func (f *lineFormatter) newline() {
	if last := f.current.pop(); last != (piece{" ", ""}) {
		f.current.pieces = append(f.current.pieces, last)
	}
	if f.current.len() > 0 {
		text := f.current.String()
		if f.current.initial == 0 && strings.TrimSpace(text) == "" && len(f.lines) > 0 {
			f.lines[len(f.lines)-1] += text
		} else {
			f.lines = append(f.lines, text)
		}
	}
	f.current = lineOfPieces{}
}

var blanks = regexp.MustCompile(`[ \t]+`)

func (f *lineFormatter) feed(space, text string, c *charset) {
	if c.header == encodingNone {
		text = space + text
		at, before := 0, ""
		for _, m := range blanks.FindAllStringIndex(text, -1) {
			if m[0] > 0 {
				f.add(before, text[at:m[0]])
			}
			before, at = text[m[0]:m[1]], m[1]
		}
		f.add(before, text[at:])
		return
	}
	first := true
	lines := c.encodeLines(text, func() int {
		if first {
			first = false
			return f.max - f.current.len()
		}
		return f.max - len(f.continuation)
	})
	if lines[0] != "" {
		f.add(space, lines[0])
	}
	if len(lines) == 1 {
		return
	}
	last := lines[len(lines)-1]
	f.newline()
	f.current.pieces = append(f.current.pieces, piece{f.continuation, last})
	for _, line := range lines[1 : len(lines)-1] {
		f.lines = append(f.lines, f.continuation+line)
	}
}

// add appends a piece, and breaks the line if it has become too long.
func (f *lineFormatter) add(space, text string) {
	f.current.pieces = append(f.current.pieces, piece{space, text})
	if f.current.len() <= f.max {
		return
	}
	for i := range len(f.splitChars) {
		if at := f.splitAt(f.splitChars[i]); at > 0 {
			rest := append([]piece(nil), f.current.pieces[at:]...)
			f.current.pieces = f.current.pieces[:at]
			f.lines = append(f.lines, f.current.String())
			f.current = lineOfPieces{pieces: rest}
			return
		}
	}
	last := f.current.pop()
	if f.current.initial > 0 {
		f.newline()
		if last.space == "" {
			last.space = " "
		}
	}
	f.current.pieces = append(f.current.pieces, last)
}

// splitAt is the last piece before which a line can break at c, 0 if there is
// none.
func (f *lineFormatter) splitAt(c byte) int {
	for i := len(f.current.pieces) - 1; i > 0; i-- {
		if c == ' ' || c == '\t' {
			if space := f.current.pieces[i].space; space != "" && space[0] == c {
				return i
			}
		}
		if before := f.current.pieces[i-1].text; before != "" && before[len(before)-1] == c {
			return i
		}
	}
	return 0
}
