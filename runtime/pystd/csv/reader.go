package csv

import (
	"sync/atomic"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// fieldLimit is the largest length of a field.
var fieldLimit atomic.Int64

func init() { fieldLimit.Store(128 * 1024) }

// A readState is what the reader has just read.
type readState int

const (
	startRecord readState = iota
	startField
	escaped
	inField
	inQuotedField
	escapedInQuotedField
	quoteInQuotedField
	lineEnd
	afterEscapedLineEnd
)

// A reader is what csv.reader returns.
type reader struct {
	lines    any
	dialect  *dialect
	state    readState
	row      *py.List[any]
	field    []byte
	length   int64
	unquoted bool
	line     int
}

// PyClass is _csv.reader.
func (*reader) PyClass() *py.Class { return readerClass }

// Next returns the next row, false at the end. It raises csv.Error.
func (r *reader) Next() (any, bool) {
	r.row, r.field, r.length, r.unquoted, r.state = py.ListOf[any](), r.field[:0], 0, false, startRecord
	for {
		v, ok := py.Next(r.lines)
		if !ok {
			if r.length == 0 && r.state != inQuotedField {
				return nil, false
			}
			if r.dialect.strict {
				raise("unexpected end of data")
			}
			r.endField()
			return r.row, true
		}
		line, isText := py.Payload(v).(string)
		if !isText {
			raise("iterator should return strings, not " + py.TypeOf(v).Name() + " (the file should be opened in text mode)")
		}
		r.line++
		for line != "" {
			c := nextRune(line)
			line = line[len(c):]
			r.read(c)
		}
		if r.read(""); r.state == startRecord {
			return r.row, true
		}
	}
}

// read takes the next character; an empty one is the end of the line.
func (r *reader) read(c string) {
	d := r.dialect
	newline := c == "\n" || c == "\r"
	switch r.state {
	case startRecord:
		switch {
		case c == "":
		case newline:
			r.state = lineEnd
		default:
			r.beginField(c)
		}
	case startField:
		r.beginField(c)
	case escaped:
		if newline {
			r.add(c)
			r.state = afterEscapedLineEnd
			return
		}
		r.add(orNewline(c))
		r.state = inField
	case afterEscapedLineEnd:
		if c != "" {
			r.continueField(c)
		}
	case inField:
		r.continueField(c)
	case inQuotedField:
		switch {
		case c == "":
		case c == d.escape:
			r.state = escapedInQuotedField
		case c == d.quote && d.quoting != quoteNone && d.doubleQuote:
			r.state = quoteInQuotedField
		case c == d.quote && d.quoting != quoteNone:
			r.state = inField
		default:
			r.add(c)
		}
	case escapedInQuotedField:
		r.add(orNewline(c))
		r.state = inQuotedField
	case quoteInQuotedField:
		switch {
		case c != "" && d.quoting != quoteNone && c == d.quote:
			r.add(c)
			r.state = inQuotedField
		case c == d.delimiter:
			r.endField()
			r.state = startField
		case c == "" || newline:
			r.endLine(c)
		case !d.strict:
			r.add(c)
			r.state = inField
		default:
			raise("'" + d.delimiter + "' expected after '" + d.quote + "'")
		}
	case lineEnd:
		switch {
		case newline:
		case c == "":
			r.state = startRecord
		default:
			raise("new-line character seen in unquoted field - do you need to open the file with newline=''?")
		}
	}
}

func orNewline(c string) string {
	if c == "" {
		return "\n"
	}
	return c
}

// beginField takes the first character of a field.
func (r *reader) beginField(c string) {
	d := r.dialect
	r.unquoted = true
	switch {
	case c == "" || c == "\n" || c == "\r":
		r.endLine(c)
	case c == d.quote && d.quoting != quoteNone:
		r.unquoted = false
		r.state = inQuotedField
	case c == d.escape:
		r.state = escaped
	case c == " " && d.skipInitialSpace:
		r.state = startField
	case c == d.delimiter:
		r.endField()
		r.state = startField
	default:
		r.add(c)
		r.state = inField
	}
}

// continueField takes a character of a field that began without a quote.
func (r *reader) continueField(c string) {
	switch {
	case c == "" || c == "\n" || c == "\r":
		r.endLine(c)
	case c == r.dialect.escape:
		r.state = escaped
	case c == r.dialect.delimiter:
		r.endField()
		r.state = startField
	default:
		r.add(c)
		r.state = inField
	}
}

func (r *reader) add(c string) {
	if limit := fieldLimit.Load(); r.length >= limit {
		raise("field larger than field limit (" + py.Str(int(limit)) + ")")
	}
	r.field = append(r.field, c...)
	r.length++
}

func (r *reader) endLine(c string) {
	r.endField()
	r.state = lineEnd
	if c == "" {
		r.state = startRecord
	}
}

// endField adds the field to the row.
func (r *reader) endField() {
	text := string(r.field)
	r.field, r.length = r.field[:0], 0
	quoting := r.dialect.quoting
	switch {
	case r.unquoted && text == "" && (quoting == quoteNotNull || quoting == quoteStrings):
		r.row.Append(nil)
	case r.unquoted && text != "" && (quoting == quoteNonNumeric || quoting == quoteStrings):
		r.row.Append(py.ParseFloat(text))
	default:
		r.row.Append(text)
	}
}

var readerClass = py.NewNativeClass("_csv", "reader", nil, func(d *py.Definition) {
	of := py.PayloadAs[*reader]
	d.Getter("dialect", func(self any) any { return of(self).dialect })
	d.Getter("line_num", func(self any) any { return of(self).line })
	d.Method("__iter__(self, /)", func(self any) any { return self })
	d.Method("__next__(self, /)", func(self any) any {
		row, ok := of(self).Next()
		if !ok {
			py.Raise(py.NewStopIteration())
		}
		return row
	})
	d.Final()
})

// newReader is csv.reader.
func newReader(lines, base, options any) any {
	if !py.HasAttr(lines, "__iter__") && !py.HasAttr(lines, "__getitem__") {
		panic(exc.TypeError("'%s' object is not iterable", py.TypeOf(lines).Name()))
	}
	return &reader{dialect: dialectOf(base, options), lines: py.GetIter(lines)}
}
