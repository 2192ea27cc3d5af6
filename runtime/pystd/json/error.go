package json

import (
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// DecodeError is the class json.JSONDecodeError: a ValueError with msg, doc,
// pos, lineno and colno.
var DecodeError = define.Class("json.decoder", "JSONDecodeError", []any{py.ValueError}, func(b *define.Body) {
	b.Method("__init__(self, msg, doc, pos)", func(self, msg, doc, pos any) any {
		text, at := py.Str(doc), py.Int(pos).(int)
		if raw, ok := doc.(py.Bytes); ok {
			text = string(raw)
		}
		line, column := lineColumn(text, at)
		py.Base(self.(py.BaseException)).Args = py.Tuple{
			py.Str(msg) + ": line " + py.Str(line) + " column " + py.Str(column) + " (char " + py.Str(at) + ")",
		}
		py.SetAttr(self, "msg", msg)
		py.SetAttr(self, "doc", doc)
		py.SetAttr(self, "pos", pos)
		py.SetAttr(self, "lineno", line)
		py.SetAttr(self, "colno", column)
		return nil
	})
	b.Method("__reduce__(self)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{
			py.GetAttr(self, "msg"), py.GetAttr(self, "doc"), py.GetAttr(self, "pos"),
		}}
	})
})

// lineColumn is the line and column of the character at pos, both from one.
func lineColumn(text string, pos int) (line, column int) {
	before := text
	count := 0
	for i := range text {
		if count == pos {
			before = text[:i]
			break
		}
		count++
	}
	line = strings.Count(before, "\n") + 1
	return line, pos - charCount(before[:strings.LastIndexByte(before, '\n')+1]) + 1
}

// charCount is the number of characters, a lone surrogate counting as one.
func charCount(text string) int {
	if n := utf8.RuneCountInString(text); utf8.ValidString(text) {
		return n
	}
	return py.StrLen(text)
}

// raiseDecode raises JSONDecodeError for the character at the byte offset.
func raiseDecode(message, text string, offset int) {
	py.Raise(py.Call(DecodeError, message, text, charCount(text[:offset])))
}
