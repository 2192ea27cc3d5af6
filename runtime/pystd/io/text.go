package io

import (
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// newlineMode is the parameter newline of text streams.
type newlineMode struct {
	// universal ends lines at \n, \r and \r\n; translate makes all of them \n.
	universal, translate bool
	// end is the end of lines when it is not universal, write what \n is
	// written as.
	end, write string
}

func checkNewline(newline any) {
	switch s := newline.(type) {
	case nil:
	case string:
		if s != "" && s != "\n" && s != "\r" && s != "\r\n" {
			panic(exc.ValueError("illegal newline value: %s", s))
		}
	default:
		panic(exc.TypeError("open() argument 'newline' must be str or None, not %s", py.TypeOf(newline).Name()))
	}
}

func newlineOf(newline any) newlineMode {
	checkNewline(newline)
	switch s := newline.(type) {
	case nil:
		return newlineMode{universal: true, translate: true, write: "\n"}
	case string:
		if s == "" {
			return newlineMode{universal: true, write: "\n"}
		}
		return newlineMode{end: s, write: s}
	}
	return newlineMode{}
}

// lineEnd is the position after the first line of text, or -1 when its end is
// not there yet; more tells that more text may follow.
func (m newlineMode) lineEnd(text string, more bool) int {
	if !m.universal {
		if i := strings.Index(text, m.end); i >= 0 {
			return i + len(m.end)
		}
		return -1
	}
	i := strings.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return -1
	case text[i] == '\n':
		return i + 1
	case i+1 == len(text):
		if more {
			return -1
		}
		return i + 1
	case text[i+1] == '\n':
		return i + 2
	}
	return i + 1
}

// translated replaces \r\n and \r by \n.
func translated(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// lineEnds are the kinds of line ends that were seen in a text.
type lineEnds struct{ cr, lf, crlf bool }

// note looks for line ends in text; more tells that more may follow, of which
// a \r at the end may be a part.
func (l *lineEnds) note(text string, more bool) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			l.lf = true
		case '\r':
			switch {
			case i+1 < len(text) && text[i+1] == '\n':
				l.crlf = true
				i++
			case i+1 < len(text) || !more:
				l.cr = true
			}
		}
	}
}

// value is the attribute newlines: None, a text, or a tuple of several.
func (l *lineEnds) value() any {
	var all py.Tuple
	for _, end := range []struct {
		seen bool
		text string
	}{{l.cr, "\r"}, {l.lf, "\n"}, {l.crlf, "\r\n"}} {
		if end.seen {
			all = append(all, end.text)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// textFile is TextIOWrapper: text over a stream of bytes.
type textFile struct {
	py.Attributes
	buffer        any
	encoding      string
	errors        string
	newline       newlineMode
	mode          string
	lineBuffering bool
	closed        bool
	detached      bool
	// text is decoded but not read by the program yet, raw is not even decoded.
	text  string
	raw   string
	ended bool
	seen  lineEnds
	// wroteMark tells that a byte order mark was written.
	wroteMark bool
}

func newTextFile(buffer any, encoding, errorMode, newline any) *textFile {
	t := &textFile{buffer: buffer, encoding: "UTF-8", errors: "strict", newline: newlineOf(newline)}
	if s, ok := py.Payload(encoding).(string); ok && s != "locale" {
		t.encoding = s
	}
	if s, ok := py.Payload(errorMode).(string); ok {
		t.errors = s
	}
	return t
}

// NewText is TextIOWrapper(buffer, encoding, errors, newline) with a mode.
func NewText(buffer, encoding, errorMode, newline any, mode string) any {
	t := newTextFile(buffer, encoding, errorMode, newline)
	t.mode = mode
	return t
}

// PyClass is the class TextIOWrapper.
func (t *textFile) PyClass() *py.Class { return textWrapperClass }

func (t *textFile) checkOpen() {
	if t.closed || !t.detached && py.Truth(py.GetAttrOr(t.buffer, "closed", false)) {
		panic(closedFile("I/O operation on closed file."))
	}
}

func (t *textFile) checkReadable() {
	t.checkOpen()
	if f, ok := t.buffer.(*binaryFile); ok && !f.canRead {
		panic(unsupported("not readable"))
	}
}

// incremental reports whether parts of the text can be decoded as they come.
func (t *textFile) incremental() bool {
	name, _ := py.NormalizeEncoding(t.encoding)
	switch name {
	case "utf_8", "utf8", "ascii", "latin_1", "iso8859_1":
		return true
	}
	return false
}

// fill decodes more text and reports whether there was any.
func (t *textFile) fill(all bool) bool {
	if t.ended {
		return false
	}
	var chunk string
	switch {
	case all || !t.incremental():
		chunk = py.BytesLike(py.CallMethod(t.buffer, "read"))
		t.ended = true
	case py.HasAttr(t.buffer, "read1"):
		chunk = py.BytesLike(py.CallMethod(t.buffer, "read1", bufferSize))
	default:
		chunk = py.BytesLike(py.CallMethod(t.buffer, "read", bufferSize))
	}
	t.ended = t.ended || chunk == ""
	data := t.raw + chunk
	keep := 0
	if !t.ended {
		keep = incompleteTail(data)
	}
	t.raw = data[len(data)-keep:]
	decoded := py.BytesDecode(data[:len(data)-keep], t.encoding, t.errors)
	t.text += decoded
	return decoded != "" || !t.ended
}

// incompleteTail is the number of bytes at the end that begin a character of
// UTF-8 which is not complete.
func incompleteTail(data string) int {
	for n := 1; n <= 3 && n <= len(data); n++ {
		c := data[len(data)-n]
		if c < 0x80 {
			return 0
		}
		if c >= 0xC0 {
			need := 2
			if c >= 0xE0 {
				need = 3
			}
			if c >= 0xF0 {
				need = 4
			}
			if need > n {
				return n
			}
			return 0
		}
	}
	return 0
}

// read returns n characters, all for a negative n.
func (t *textFile) read(n int) string {
	t.checkReadable()
	t.flush()
	if n < 0 {
		for t.fill(true) {
		}
		return t.take(len(t.text))
	}
	for (utf8.RuneCountInString(t.text) <= n || strings.HasSuffix(t.text, "\r")) && t.fill(false) {
	}
	return t.takeRunes(n)
}

// take returns the first n bytes of the text with its line ends translated.
// Text is kept as it was read until then, so that tell knows its length.
func (t *textFile) take(n int) string {
	text := t.text[:n]
	t.text = t.text[n:]
	if t.newline.universal {
		t.seen.note(text, !t.ended && t.text == "")
	}
	if t.newline.translate {
		text = translated(text)
	}
	return text
}

func (t *textFile) takeRunes(n int) string {
	at := 0
	for range n {
		if at >= len(t.text) {
			break
		}
		if t.newline.translate && strings.HasPrefix(t.text[at:], "\r\n") {
			at += 2
			continue
		}
		_, width := utf8.DecodeRuneInString(t.text[at:])
		if width == 1 && t.text[at] >= 0x80 && at+3 <= len(t.text) {
			width = 3
		}
		at += width
	}
	return t.take(at)
}

func (t *textFile) readLine(limit int) string {
	t.checkReadable()
	t.flush()
	for {
		end := t.newline.lineEnd(t.text, !t.ended)
		if end < 0 && t.fill(false) {
			continue
		}
		if end < 0 {
			if end = t.newline.lineEnd(t.text, false); end < 0 {
				end = len(t.text)
			}
		}
		if limit >= 0 && utf8.RuneCountInString(t.text[:end]) > limit {
			return t.takeRunes(limit)
		}
		return t.take(end)
	}
}

// write encodes text into the buffer.
func (t *textFile) write(text string) int {
	t.checkOpen()
	if f, ok := t.buffer.(*binaryFile); ok && !f.canWrite {
		panic(unsupported("not writable"))
	}
	t.dropText()
	n := py.StrLen(text)
	if t.newline.write != "\n" {
		text = strings.ReplaceAll(text, "\n", t.newline.write)
	}
	encoding := t.encoding
	if name, _ := py.NormalizeEncoding(encoding); strings.HasPrefix(name, "utf_16") || strings.HasPrefix(name, "utf_32") || name == "utf_8_sig" {
		if t.wroteMark || py.Truth(py.CallMethod(t.buffer, "tell")) {
			encoding = map[string]string{"utf_16": "utf-16-le", "utf_32": "utf-32-le", "utf_8_sig": "utf-8"}[name]
			if encoding == "" {
				encoding = t.encoding
			}
		}
		t.wroteMark = true
	}
	py.CallMethod(t.buffer, "write", py.StrEncode(text, encoding, t.errors))
	if t.lineBuffering && strings.ContainsAny(text, "\r\n") {
		t.flush()
	}
	return n
}

// unreadBytes is the number of bytes of the buffer that were read but that the
// program has not seen.
func (t *textFile) unreadBytes() int {
	if t.text == "" {
		return len(t.raw)
	}
	return len(py.StrEncode(t.text, t.encoding, t.errors)) + len(t.raw)
}

// dropText moves the buffer back to where the program has read to.
func (t *textFile) dropText() {
	if n := t.unreadBytes(); n > 0 {
		py.CallMethod(t.buffer, "seek", -n, 1)
	}
	t.text, t.raw, t.ended = "", "", false
}

func (t *textFile) flush() {
	if !t.detached && !py.Truth(py.GetAttrOr(t.buffer, "closed", false)) {
		if f, ok := t.buffer.(*binaryFile); ok {
			f.flush()
			return
		}
		py.CallMethod(t.buffer, "flush")
	}
}

func (t *textFile) close() {
	if t.closed {
		return
	}
	t.closed = true
	if !t.detached {
		py.CallMethod(t.buffer, "close")
	}
}

func (t *textFile) seek(offset, whence int) int {
	t.checkOpen()
	if whence == 1 && offset != 0 {
		panic(unsupported("can't do nonzero cur-relative seeks"))
	}
	if whence == 2 && offset != 0 {
		panic(unsupported("can't do nonzero end-relative seeks"))
	}
	if offset < 0 {
		panic(exc.ValueError("negative seek position %d", offset))
	}
	if whence == 1 {
		offset, whence = t.tell(), 0
	}
	t.flush()
	t.text, t.raw, t.ended = "", "", false
	return py.As[int](py.CallMethod(t.buffer, "seek", offset, whence))
}

func (t *textFile) tell() int {
	t.checkOpen()
	return py.As[int](py.CallMethod(t.buffer, "tell")) - t.unreadBytes()
}
