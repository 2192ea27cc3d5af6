package py

// Traceback is an entry of the __traceback__ of an exception that has been
// raised: a frame that it came through. In programs that do not look into
// tracebacks it stands for all of them and has no frame.
type Traceback struct {
	frame  *Frame
	line   int
	source string
	next   *Traceback
}

// TracebackClass is types.TracebackType.
var TracebackClass = newFinalClass("traceback")

// PyClass is types.TracebackType.
func (*Traceback) PyClass() *Class { return TracebackClass }

// Frame is tb_frame; nil where frames are not recorded.
func (tb *Traceback) Frame() *Frame { return tb.frame }

// Line is tb_lineno.
func (tb *Traceback) Line() int { return tb.line }

// Next is tb_next, nil at the place where the exception was raised.
func (tb *Traceback) Next() *Traceback { return tb.next }

func init() {
	traceback := func(self any) *Traceback { return self.(*Traceback) }
	recorded := func(self any, name string) *Traceback {
		tb := traceback(self)
		if tb.frame == nil {
			raiseNoAttribute(self, name)
		}
		return tb
	}
	TracebackClass.define(func(d *Definition) {
		d.Getter("tb_frame", func(self any) any { return recorded(self, "tb_frame").frame })
		d.Getter("tb_lineno", func(self any) any { return recorded(self, "tb_lineno").line })
		d.Member("tb_next", func(self any) any {
			if next := recorded(self, "tb_next").next; next != nil {
				return next
			}
			return nil
		}, func(self, value any) {
			next, ok := value.(*Traceback)
			if !ok && value != nil {
				raisef(NewTypeError, "expected traceback object, got '%s'", typeName(value))
			}
			traceback(self).next = next
		})
	})
}

func (e *Exception) getTraceback() any {
	if e.traceback == nil && e.raised {
		e.traceback = &Traceback{}
	}
	return e.traceback
}

func (e *Exception) setTraceback(tb any) {
	if _, ok := tb.(*Traceback); !ok && tb != nil {
		raisef(NewTypeError, "__traceback__ must be a traceback or None")
	}
	e.traceback, e.raised = tb, false
}

// tracebackOf is the __traceback__ of an exception that is on its way.
func tracebackOf(e BaseException) any {
	e.exception().raised = true
	return GetAttr(e, "__traceback__")
}

// TracebackOf is the __traceback__ of an exception, nil if it was not raised.
func TracebackOf(e BaseException) *Traceback {
	tb, _ := e.exception().getTraceback().(*Traceback)
	return tb
}

// Entry is what is shown of an entry of a traceback. Source is the line of the
// source, "" if it is not known.
type Entry struct {
	File   string
	Line   int
	Name   string
	Source string
}

// Entries are the entries of a traceback, outermost first: the first of them up
// to a limit, or the last if it is negative.
func (tb *Traceback) Entries(limit *int) []Entry {
	var all []Entry
	for ; tb != nil && tb.frame != nil; tb = tb.next {
		file := tb.frame.File()
		source := tb.source
		if source == "" {
			source = SourceLine(file, tb.line)
		}
		all = append(all, Entry{file, tb.line, tb.frame.Name(), source})
	}
	switch {
	case limit == nil:
		return all
	case *limit >= 0:
		return all[:min(*limit, len(all))]
	}
	return all[max(0, len(all)+*limit):]
}

// maxRepeated is how often an entry is shown that is there many times in a row.
const maxRepeated = 3

// FormatEntries shows the entries of a traceback, each as a piece of text:
// traceback.format_list.
func FormatEntries(entries []Entry) []string {
	var pieces []string
	var last Entry
	count := 0
	repeated := func() {
		if more := count - maxRepeated; more > 0 {
			pieces = append(pieces, "  [Previous line repeated "+Str(more)+" more time"+pluralS(more != 1)+"]\n")
		}
	}
	for _, e := range entries {
		if e.File != last.File || e.Line != last.Line || e.Name != last.Name {
			repeated()
			last, count = e, 0
		}
		count++
		if count > maxRepeated {
			continue
		}
		text := "  File \"" + e.File + "\", line " + Str(e.Line) + ", in " + e.Name + "\n"
		if e.Source != "" {
			text += "    " + e.Source + "\n"
		}
		pieces = append(pieces, text)
	}
	repeated()
	return pieces
}

// RestoreTraceback gives an exception the __traceback__ that it had when a future
// stored it.
func RestoreTraceback(err error, tb *Traceback) {
	e := AsException(err).exception()
	e.traceback = nil
	if tb != nil {
		e.traceback = tb
	}
}

// RecordedTraceback is the __traceback__ of an exception as far as frames are
// recorded; nil if there are none.
func RecordedTraceback(err error) *Traceback {
	if e, ok := err.(BaseException); ok {
		tb, _ := e.exception().traceback.(*Traceback)
		return tb
	}
	return nil
}
