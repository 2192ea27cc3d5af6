package re

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// PatternError is the class re.PatternError, alias re.error, with msg,
// pattern, pos, lineno and colno.
var PatternError = define.Class("re", "PatternError", []any{py.ExceptionClass}, func(b *define.Body) {
	b.Method("__init__(self, msg, pattern=None, pos=None)", func(self, msg, pattern, pos any) any {
		py.SetAttr(self, "msg", msg)
		py.SetAttr(self, "pattern", pattern)
		py.SetAttr(self, "pos", pos)
		var line, column any
		text := py.Str(msg)
		if at, ok := pos.(int); ok && pattern != nil {
			runes := patternRunes(pattern)
			before := runes[:min(at, len(runes))]
			row, start := 1, 0
			for i, c := range before {
				if c == '\n' {
					row, start = row+1, i+1
				}
			}
			line, column = row, at-start+1
			text += " at position " + strconv.Itoa(at)
			if strings.ContainsRune(string(runes), '\n') {
				text += " (line " + strconv.Itoa(row) + ", column " + strconv.Itoa(at-start+1) + ")"
			}
		}
		py.SetAttr(self, "lineno", line)
		py.SetAttr(self, "colno", column)
		py.Base(self.(py.BaseException)).Args = py.Tuple{text}
		return nil
	})
})

// patternRunes are the characters of a pattern.
func patternRunes(pattern any) []rune {
	if text, ok := py.Payload(pattern).(string); ok {
		return []rune(text)
	}
	b := py.BytesLike(pattern)
	runes := make([]rune, len(b))
	for i := range len(b) {
		runes[i] = rune(b[i])
	}
	return runes
}
