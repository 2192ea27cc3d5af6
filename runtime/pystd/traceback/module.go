// Package traceback is Python's module traceback: reports of exceptions and what
// is in them. The marks below the lines of the source are not shown.
// https://docs.python.org/3.13/library/traceback.html
package traceback

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// absent is the default of parameters whose absence matters.
var absent any = &struct{ name string }{"absent"}

// Module returns the module traceback.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("traceback", "Extract, format and print information about Python stack traces.")
	m.Func("format_exc(limit=None, chain=True)", func(limit, chain any) any {
		return strings.Join(handled(limit, chain), "")
	})
	m.Func("print_exc(limit=None, file=None, chain=True)", func(limit, file, chain any) any {
		return write(file, handled(limit, chain))
	})
	m.Func("format_exception(exc, /, value=, tb=, limit=None, chain=True)", func(e, value, tb, limit, chain any) any {
		return list(report(e, value, tb, limit, chain))
	}, absent, absent)
	m.Func("print_exception(exc, /, value=, tb=, limit=None, file=None, chain=True)", func(e, value, tb, limit, file, chain any) any {
		return write(file, report(e, value, tb, limit, chain))
	}, absent, absent)
	m.Func("format_exception_only(exc, /, value=, *, show_group=False)", func(e, value, group any) any {
		exception := exceptionOf(e, value)
		if exception == nil {
			return list([]string{"NoneType: None\n"})
		}
		return list(only(exception, py.Truth(group)))
	}, absent)
	m.Func("extract_tb(tb, limit=None)", func(tb, limit any) any { return summaryOf(tracebackOf(tb), limit) })
	m.Func("format_tb(tb, limit=None)", func(tb, limit any) any {
		return list(py.FormatEntries(tracebackOf(tb).Entries(limitOf(limit))))
	})
	m.Func("print_tb(tb, limit=None, file=None)", func(tb, limit, file any) any {
		return write(file, py.FormatEntries(tracebackOf(tb).Entries(limitOf(limit))))
	})
	m.Func("format_list(extracted_list)", func(items any) any { return list(py.FormatEntries(entriesOf(items))) })
	m.Func("print_list(extracted_list, file=None)", func(items, file any) any {
		return write(file, py.FormatEntries(entriesOf(items)))
	})
	m.Set("walk_tb", py.GenFunc("walk_tb(tb)", func(y *py.Yielder, tb any) any {
		for t := tracebackOf(tb); t != nil; t = t.Next() {
			y.Yield(py.Tuple{t.Frame(), t.Line()})
		}
		return nil
	}).Module("traceback"))
	m.Class(frameSummary)
	m.Class(stackSummary)
	m.Class(exceptionSummary)
	return m
})

// handled is the report of the exception being handled.
func handled(limit, chain any) []string {
	err := py.HandledException()
	if err == nil {
		return []string{"NoneType: None\n"}
	}
	return report(py.AsException(err), absent, absent, limit, chain)
}

// report is the report of the exception that the arguments mean, with the
// traceback that they give.
func report(e, value, tb, limit, chain any) []string {
	exception := exceptionOf(e, value)
	if exception == nil {
		return []string{"NoneType: None\n"}
	}
	if value != absent && tb != absent {
		before := py.TracebackOf(exception)
		py.RestoreTraceback(exception, tracebackOf(tb))
		defer py.RestoreTraceback(exception, before)
	}
	return py.ReportException(exception, py.ReportOptions{Limit: limitOf(limit), Unchained: !py.Truth(chain), Raised: true})
}

// exceptionOf is the exception that the arguments mean: one, or the old triple.
// It is nil for None.
func exceptionOf(e, value any) py.BaseException {
	if value != absent {
		e = value
	}
	if e == nil {
		return nil
	}
	exception, ok := e.(py.BaseException)
	if !ok {
		panic(exc.TypeError("Exception expected for value, %s found", py.TypeOf(e).Name()))
	}
	return exception
}

// only is the end of the report of an exception, with group that of the members
// of groups too.
func only(e py.BaseException, group bool) []string {
	pieces := py.DescribeException(e)
	if group && py.IsInstance(e, py.BaseExceptionGroup) {
		for _, member := range py.Exceptions(e) {
			for _, piece := range only(member, true) {
				pieces = append(pieces, "   "+piece)
			}
		}
	}
	return pieces
}

func tracebackOf(tb any) *py.Traceback {
	if tb == nil {
		return nil
	}
	return py.As[*py.Traceback](tb)
}

func limitOf(limit any) *int {
	if limit == nil {
		return nil
	}
	n := py.As[int](limit)
	return &n
}

func list(pieces []string) any {
	out := py.ListOf[any]()
	for _, piece := range pieces {
		out.Append(piece)
	}
	return out
}

func write(file any, pieces []string) any {
	if file == nil {
		file = io.StandardError()
	}
	for _, piece := range pieces {
		py.CallMethod(file, "write", piece)
	}
	return nil
}
