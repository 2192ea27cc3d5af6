package csv

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A writer is what csv.writer returns.
type writer struct {
	dialect *dialect
	write   any
	record  strings.Builder
	fields  int
}

// PyClass is _csv.writer.
func (*writer) PyClass() *py.Class { return writerClass }

// writeRow writes a row and returns what the file's write returns. It raises
// csv.Error.
func (w *writer) writeRow(row any) any {
	if !py.HasAttr(row, "__iter__") && !py.HasAttr(row, "__getitem__") {
		raise("iterable expected, not " + py.TypeOf(row).Name())
	}
	d := w.dialect
	w.record.Reset()
	w.fields = 0
	null := false
	for field := range py.Iter(row) {
		text, isText := py.Payload(field).(string)
		null = field == nil
		if !isText && !null {
			text = py.Str(field)
		}
		w.add(text, null, w.quotes(field, isText))
	}
	if w.fields > 0 && w.record.Len() == 0 {
		if d.quoting == quoteNone || null && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			raise("single empty field record must be quoted")
		}
		w.fields = 0
		w.add("", true, true)
	}
	w.record.WriteString(d.lineTerminator)
	return py.Call(w.write, w.record.String())
}

// quotes tells whether a field is quoted whatever it contains.
func (w *writer) quotes(field any, isText bool) bool {
	switch w.dialect.quoting {
	case quoteNonNumeric:
		return !isNumber(field)
	case quoteAll:
		return true
	case quoteStrings:
		return isText
	case quoteNotNull:
		return field != nil
	}
	return false
}

func isNumber(v any) bool {
	switch py.Payload(v).(type) {
	case int, float64, bool, complex128:
		return true
	case nil, string, py.Bytes:
		return false
	}
	class := py.TypeOf(v)
	for _, name := range []string{"__index__", "__int__", "__float__"} {
		if _, ok := class.Lookup(name); ok {
			return true
		}
	}
	return false
}

// add adds a field to the record; null tells an empty field from an empty text.
func (w *writer) add(text string, null, quoted bool) {
	d := w.dialect
	if text == "" && d.delimiter == " " && d.skipInitialSpace {
		if d.quoting == quoteNone || null && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			raise("empty field must be quoted if delimiter is a space and skipinitialspace is true")
		}
		quoted = true
	}
	if w.fields > 0 {
		w.record.WriteString(d.delimiter)
	}
	w.fields++
	body := w.escapedField(text, &quoted)
	if quoted {
		body = d.quote + body + d.quote
	}
	w.record.WriteString(body)
}

// escapedField is the text of a field with what needs it escaped or doubled; it
// sets quoted if the field must be quoted.
func (w *writer) escapedField(text string, quoted *bool) string {
	d := w.dialect
	special := "\r\n" + d.delimiter + d.escape + d.quote + d.lineTerminator
	if !strings.ContainsAny(text, special) {
		return text
	}
	var b strings.Builder
	for rest := text; rest != ""; {
		c := nextRune(rest)
		rest = rest[len(c):]
		if strings.Contains(special, c) {
			escape := false
			switch {
			case d.quoting == quoteNone:
				escape = true
			case c == d.quote && d.doubleQuote:
				b.WriteString(d.quote)
				*quoted = true
			case c == d.quote || c == d.escape:
				escape = true
			default:
				*quoted = true
			}
			if escape {
				if d.escape == "" {
					raise("need to escape, but no escapechar set")
				}
				b.WriteString(d.escape)
			}
		}
		b.WriteString(c)
	}
	return b.String()
}

var writerClass = py.NewNativeClass("_csv", "writer", nil, func(d *py.Definition) {
	of := py.PayloadAs[*writer]
	d.Getter("dialect", func(self any) any { return of(self).dialect })
	d.Method("writerow(self, row, /)", func(self, row any) any { return of(self).writeRow(row) })
	d.Method("writerows(self, rows, /)", func(self, rows any) any {
		for row := range py.Iter(rows) {
			of(self).writeRow(row)
		}
		return nil
	})
	d.Final()
})

// newWriter is csv.writer.
func newWriter(file, base, options any) any {
	w := &writer{dialect: dialectOf(base, options), write: py.GetAttrOr(file, "write", nil)}
	if !py.Callable(w.write) {
		panic(exc.TypeError(`argument 1 must have a "write" method`))
	}
	return w
}
