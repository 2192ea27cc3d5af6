package traceback

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// A FrameSummary is four attributes, and a sequence of their values.
var frameSummary *py.Class

func init() {
	frameSummary = define.Class("traceback", "FrameSummary", nil, func(b *define.Body) {
		b.Method("__init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None)",
			func(slots []any) any {
				self := slots[0]
				for i, name := range []string{"filename", "lineno", "name"} {
					py.SetAttr(self, name, slots[1+i])
				}
				py.SetAttr(self, "locals", slots[5])
				py.SetAttr(self, "_line", slots[6])
				return nil
			})
		b.Property("line", func(self any) any {
			if line := py.GetAttr(self, "_line"); line != nil {
				return py.StrStrip(py.As[string](line))
			}
			line, ok := py.GetAttr(self, "lineno").(int)
			if !ok {
				return nil
			}
			return py.SourceLine(py.Str(py.GetAttr(self, "filename")), line)
		})
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(fields(self)) })
		b.Method("__len__(self)", func(any) any { return 4 })
		b.Method("__getitem__(self, pos)", func(self, pos any) any { return py.GetItem(fields(self), pos) })
		b.Method("__eq__(self, other)", func(self, other any) any {
			switch {
			case py.IsInstance(other, frameSummary):
				return py.Equal(fields(self)[:3], fields(other)[:3])
			case py.IsInstance(other, py.TupleClass):
				return py.Equal(fields(self), other)
			}
			return py.NotImplemented
		})
		b.Method("__repr__(self)", func(self any) any {
			f := fields(self)
			return fmt.Sprintf("<FrameSummary file %s, line %s in %s>", py.Str(f[0]), py.Str(f[1]), py.Str(f[2]))
		})
	})
}

func fields(summary any) py.Tuple {
	var t py.Tuple
	for _, name := range []string{"filename", "lineno", "name", "line"} {
		t = append(t, py.GetAttr(summary, name))
	}
	return t
}

func summarize(e py.Entry) any {
	return py.CallKw(frameSummary, []any{e.File, e.Line, e.Name}, py.Kwargs{{Name: "line", Value: e.Source}})
}

// entriesOf are the entries that a list of FrameSummary objects or 4-tuples means.
func entriesOf(items any) []py.Entry {
	var entries []py.Entry
	for item := range py.Iter(items) {
		values := py.Unpack(item, 4)
		e := py.Entry{File: py.Str(values[0]), Name: py.Str(values[2])}
		e.Line, _ = values[1].(int)
		if values[3] != nil {
			e.Source = py.StrStrip(py.Str(values[3]))
		}
		entries = append(entries, e)
	}
	return entries
}

// stackSummary is the class of lists of FrameSummary objects.
var stackSummary *py.Class

func init() {
	stackSummary = define.Class("traceback", "StackSummary", []any{py.ListClass}, func(b *define.Body) {
		b.ClassMethod("extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False)",
			func(cls, frames, limit, _, _ any) any {
				var entries []py.Entry
				for pair := range py.Iter(frames) {
					values := py.Unpack(pair, 2)
					frame := py.As[*py.Frame](values[0])
					line := py.As[int](values[1])
					entries = append(entries, py.Entry{File: frame.File(), Line: line, Name: frame.Name(), Source: py.SourceLine(frame.File(), line)})
				}
				if n := limitOf(limit); n != nil {
					if *n >= 0 {
						entries = entries[:min(*n, len(entries))]
					} else {
						entries = entries[max(0, len(entries)+*n):]
					}
				}
				return summaryFrom(cls, entries)
			})
		b.ClassMethod("from_list(cls, a_list)", func(cls, items any) any { return summaryFrom(cls, entriesOf(items)) })
		b.Method("format(self)", func(self any) any { return list(py.FormatEntries(entriesOf(self))) })
		b.Method("format_frame_summary(self, frame_summary)", func(_, summary any) any {
			return py.FormatEntries(entriesOf(py.Tuple{summary}))[0]
		})
	})
}

func summaryFrom(cls any, entries []py.Entry) any {
	items := py.ListOf[any]()
	for _, e := range entries {
		items.Append(summarize(e))
	}
	return py.Call(cls, items)
}

// summaryOf is extract_tb.
func summaryOf(tb *py.Traceback, limit any) any {
	return summaryFrom(stackSummary, tb.Entries(limitOf(limit)))
}
