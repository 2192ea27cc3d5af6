package textwrap

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// A wrapper has what the attributes of a TextWrapper say.
type wrapper struct {
	width                              int
	initialIndent, subsequentIndent    string
	expandTabs, replaceWhitespace      bool
	fixSentenceEndings, breakLongWords bool
	dropWhitespace, breakOnHyphens     bool
	tabSize                            int
	// maxLines is 0 if there is no limit.
	maxLines    int
	limited     bool
	placeholder string
}

func wrapperOf(self any) *wrapper {
	text := func(name string) string { return py.As[string](py.GetAttr(self, name)) }
	flag := func(name string) bool { return py.Truth(py.GetAttr(self, name)) }
	w := &wrapper{
		width: number.Int(py.GetAttr(self, "width")), initialIndent: text("initial_indent"),
		subsequentIndent: text("subsequent_indent"), expandTabs: flag("expand_tabs"),
		replaceWhitespace: flag("replace_whitespace"), fixSentenceEndings: flag("fix_sentence_endings"),
		breakLongWords: flag("break_long_words"), dropWhitespace: flag("drop_whitespace"),
		breakOnHyphens: flag("break_on_hyphens"), tabSize: number.Int(py.GetAttr(self, "tabsize")),
		placeholder: text("placeholder"),
	}
	if limit := py.GetAttr(self, "max_lines"); limit != nil {
		w.maxLines, w.limited = number.Int(limit), true
	}
	return w
}

// The places where a text may be broken: at white space, and if hyphens count,
// after them and at dashes between words.
var (
	simpleBreaks = sync.OnceValue(func() *re.Pattern { return re.Compile(`([\t\n\x0b\x0c\r ]+)`) })
	breaks       = sync.OnceValue(func() *re.Pattern {
		const letter, wordOrMark = `[^\d\W]`, `[\w!"'&.,?]`
		return re.Compile(`([\t\n\x0b\x0c\r ]+|(?<=` + wordOrMark + `)-{2,}(?=\w)` +
			`|[^\t\n\x0b\x0c\r ]+?(?:-(?:(?<=` + letter + `{2}-)|(?<=` + letter + `-` + letter + `-))(?=` + letter + `-?` + letter + `)` +
			`|(?=[\t\n\x0b\x0c\r ]|\Z)|(?<=` + wordOrMark + `)(?=-{2,}\w)))`)
	})
	sentenceEnd = sync.OnceValue(func() *re.Pattern { return re.Compile(`[a-z][.!?]["']?\Z`) })
)

// wrap breaks a paragraph into lines. It raises ValueError.
func (w *wrapper) wrap(text string) []string {
	if w.expandTabs {
		text = py.StrExpandTabs(text, w.tabSize)
	}
	if w.replaceWhitespace {
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune("\t\n\v\f\r", r) {
				return ' '
			}
			return r
		}, text)
	}
	pattern := simpleBreaks
	if w.breakOnHyphens {
		pattern = breaks
	}
	var chunks []string
	for chunk := range pattern().Split(text, 0).All() {
		if chunk != nil && chunk != "" {
			chunks = append(chunks, chunk.(string))
		}
	}
	if w.fixSentenceEndings {
		for i := 0; i < len(chunks)-1; i++ {
			if chunks[i+1] == " " && sentenceEnd().Search(chunks[i]) != nil {
				chunks[i+1] = "  "
				i++
			}
		}
	}
	return w.lines(chunks)
}

func isBlank(s string) bool { return py.StrStrip(s) == "" }

func length(chunks []string) int {
	n := 0
	for _, c := range chunks {
		n += py.StrLen(c)
	}
	return n
}

// check raises ValueError for a width without room.
func (w *wrapper) check() {
	if w.width <= 0 {
		panic(exc.ValueError("invalid width %d (must be > 0)", w.width))
	}
	if !w.limited {
		return
	}
	indent := w.initialIndent
	if w.maxLines > 1 {
		indent = w.subsequentIndent
	}
	if py.StrLen(indent)+py.StrLen(py.StrLStrip(w.placeholder)) > w.width {
		panic(exc.ValueError("placeholder too large for max width"))
	}
}

// lines puts chunks, which are words or white space, into lines.
func (w *wrapper) lines(chunks []string) []string {
	w.check()
	lines := []string{}
	for len(chunks) > 0 {
		indent := w.subsequentIndent
		if len(lines) == 0 {
			indent = w.initialIndent
		}
		width := w.width - py.StrLen(indent)
		if w.dropWhitespace && len(lines) > 0 && isBlank(chunks[0]) {
			chunks = chunks[1:]
		}
		n, size := 0, 0
		for n < len(chunks) && size+py.StrLen(chunks[n]) <= width {
			size += py.StrLen(chunks[n])
			n++
		}
		line := slices.Clone(chunks[:n])
		chunks = chunks[n:]
		if len(chunks) > 0 && py.StrLen(chunks[0]) > width {
			line, chunks = w.longWord(line, chunks, size, width)
			size = length(line)
		}
		if n := len(line); w.dropWhitespace && n > 0 && isBlank(line[n-1]) {
			size -= py.StrLen(line[n-1])
			line = line[:n-1]
		}
		if len(line) == 0 {
			continue
		}
		rest := len(chunks) > 0 && !(w.dropWhitespace && len(chunks) == 1 && isBlank(chunks[0]))
		if w.limited && len(lines)+1 >= w.maxLines && (rest || size > width) {
			return w.truncated(lines, line, indent, size, width)
		}
		lines = append(lines, indent+strings.Join(line, ""))
	}
	return lines
}

// longWord deals with a chunk that is too long for any line: it takes a part of
// it, or if words are not broken, all of it onto a line of its own.
func (w *wrapper) longWord(line, chunks []string, size, width int) (longer, rest []string) {
	room := width - size
	if width < 1 {
		room = 1
	}
	switch word := chunks[0]; {
	case w.breakLongWords:
		end := room
		if w.breakOnHyphens && py.StrLen(word) > room {
			at := py.StrRFind(word, "-", 0, room)
			if at > 0 && strings.Trim(py.StrSlice(word, nil, at, nil), "-") != "" {
				end = at + 1
			}
		}
		chunks = slices.Clone(chunks)
		chunks[0] = py.StrSlice(word, end, nil, nil)
		return append(line, py.StrSlice(word, nil, end, nil)), chunks
	case len(line) == 0:
		return []string{word}, chunks[1:]
	}
	return line, chunks
}

// truncated ends the text with the placeholder, on the last line that has room
// for it.
func (w *wrapper) truncated(lines, line []string, indent string, size, width int) []string {
	for n := len(line); n > 0; n-- {
		if !isBlank(line[n-1]) && size+py.StrLen(w.placeholder) <= width {
			return append(lines, indent+strings.Join(line[:n], "")+w.placeholder)
		}
		size -= py.StrLen(line[n-1])
	}
	if last := len(lines) - 1; last >= 0 {
		before := py.StrRStrip(lines[last])
		if py.StrLen(before)+py.StrLen(w.placeholder) <= w.width {
			lines[last] = before + w.placeholder
			return lines
		}
	}
	return append(lines, indent+py.StrLStrip(w.placeholder))
}
