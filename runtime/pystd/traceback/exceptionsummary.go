package traceback

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// exceptionSummary is the class TracebackException. An object keeps the exception
// itself in _exc and formats it when it is asked to.
var exceptionSummary *py.Class

func init() {
	exceptionSummary = define.Class("traceback", "TracebackException", nil, func(b *define.Body) {
		b.Method("__init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None)",
			func(slots []any) any {
				self, e, limit := slots[0], py.As[py.BaseException](slots[2]), slots[4]
				py.SetAttr(self, "_exc", e)
				py.SetAttr(self, "_limit", limit)
				py.SetAttr(self, "_tb", slots[3])
				py.SetAttr(self, "stack", summaryOf(tracebackOf(slots[3]), limit))
				py.SetAttr(self, "exc_type", py.TypeOf(e))
				py.SetAttr(self, "__notes__", py.GetAttrOr(e, "__notes__", nil))
				py.SetAttr(self, "__suppress_context__", py.GetAttr(e, "__suppress_context__"))
				for _, name := range []string{"__cause__", "__context__"} {
					py.SetAttr(self, name, linked(py.GetAttr(e, name), limit))
				}
				py.SetAttr(self, "exceptions", membersOf(e, limit))
				return nil
			})
		b.ClassMethod("from_exception(cls, exc, *args, **kwargs)", func(cls, e, args, kw any) any {
			values := append([]any{py.TypeOf(e), e, py.GetAttr(e, "__traceback__")}, args.(py.Tuple)...)
			return py.CallKw(cls, values, py.KwFrom(kw))
		})
		b.Property("exc_type_str", func(self any) any {
			class := py.GetAttr(self, "exc_type")
			name := py.Str(py.GetAttr(class, "__qualname__"))
			if module := py.Str(py.GetAttr(class, "__module__")); module != "builtins" && module != "__main__" {
				name = module + "." + name
			}
			return name
		})
		b.Method("__str__(self)", func(self any) any { return py.Str(py.GetAttr(self, "_exc")) })
		b.Method("__eq__(self, other)", func(self, other any) any {
			if !py.IsInstance(other, exceptionSummary) {
				return py.NotImplemented
			}
			return strings.Join(formatted(self, true), "") == strings.Join(formatted(other, true), "")
		})
		b.GenMethod("format(self, *, chain=True, _ctx=None)", func(y *py.Yielder, self, chain, _ any) any {
			for _, piece := range formatted(self, py.Truth(chain)) {
				y.Yield(piece)
			}
			return nil
		})
		b.GenMethod("format_exception_only(self, *, show_group=False, _depth=0)", func(y *py.Yielder, self, group, _ any) any {
			for _, piece := range only(exceptionIn(self), py.Truth(group)) {
				y.Yield(piece)
			}
			return nil
		})
		b.Method("print(self, *, file=None, chain=True)", func(self, file, chain any) any {
			return write(file, formatted(self, py.Truth(chain)))
		})
	})
}

func exceptionIn(self any) py.BaseException { return py.As[py.BaseException](py.GetAttr(self, "_exc")) }

func formatted(self any, chain bool) []string {
	return report(nil, exceptionIn(self), py.GetAttr(self, "_tb"), py.GetAttr(self, "_limit"), chain)
}

// linked is the summary of a cause or context, None if there is none.
func linked(e, limit any) any {
	if e == nil {
		return nil
	}
	return py.CallKw(exceptionSummary, []any{py.TypeOf(e), e, py.GetAttr(e, "__traceback__")}, py.Kwargs{{Name: "limit", Value: limit}})
}

// membersOf are the summaries of the members of a group, None for any other
// exception.
func membersOf(e py.BaseException, limit any) any {
	if !py.IsInstance(e, py.BaseExceptionGroup) {
		return nil
	}
	members := py.ListOf[any]()
	for _, member := range py.Exceptions(e) {
		members.Append(linked(member, limit))
	}
	return members
}
