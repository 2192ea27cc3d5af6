// Package traceback is the part of Python's module traceback that shows
// exceptions.
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
	m.Func("format_exc(limit=None, chain=True)", func(_, _ any) any { return handledText() })
	m.Func("print_exc(limit=None, file=None, chain=True)", func(_, file, _ any) any {
		write(file, handledText())
		return nil
	})
	m.Func("format_exception(exc, /, value=, tb=, limit=None, chain=True)", func(e, value, _, _, _ any) any {
		return lines(py.FormatException(exceptionOf(e, value)))
	}, absent, absent)
	m.Func("print_exception(exc, /, value=, tb=, limit=None, file=None, chain=True)", func(e, value, _, _, file, _ any) any {
		write(file, py.FormatException(exceptionOf(e, value)))
		return nil
	}, absent, absent)
	m.Func("format_exception_only(exc, /, value=, *, show_group=False)", func(e, value, _ any) any {
		return lines(only(exceptionOf(e, value)))
	}, absent)
	return m
})

func handledText() string {
	err := py.HandledException()
	if err == nil {
		return "NoneType: None\n"
	}
	return py.FormatException(py.AsException(err))
}

// exceptionOf is the exception that the arguments mean: one, or the old triple.
func exceptionOf(e, value any) py.BaseException {
	if value != absent {
		e = value
	}
	exception, ok := e.(py.BaseException)
	if !ok {
		panic(exc.TypeError("Exception expected for value, %s found", py.TypeOf(e).Name()))
	}
	return exception
}

// only is the last part of a traceback: the exception and its notes.
func only(e py.BaseException) string {
	class := e.PyClass()
	name := class.Qualname()
	if m := class.ModuleName(); m != "builtins" && m != "__main__" {
		name = m + "." + name
	}
	text := name + "\n"
	if message := py.Str(e); message != "" {
		text = name + ": " + message + "\n"
	}
	if notes := py.Base(e).Notes; notes != nil {
		for note := range notes.All() {
			text += py.Str(note) + "\n"
		}
	}
	return text
}

func lines(text string) any {
	list := py.ListOf[any]()
	for line := range strings.SplitAfterSeq(text, "\n") {
		if line != "" {
			list.Append(line)
		}
	}
	return list
}

func write(file any, text string) {
	if file == nil {
		file = io.StandardError()
	}
	py.CallMethod(file, "write", text)
}
