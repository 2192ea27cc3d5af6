// Package warnings is Python's module warnings.
package warnings

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// self is the module, once there is one, and originals are those of its functions
// that the program can replace.
var (
	self      *py.Module
	originals = map[string]any{}
)

// replaced is what the program has put in the place of a function; nil if nothing.
func replaced(name string) any {
	if self == nil || self.Attr(name) == originals[name] {
		return nil
	}
	return self.Attr(name)
}

// Module returns the module warnings.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("warnings", "Python part of the warnings subsystem.")
	m.Func("warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
		func(message, category, level, source, _ any) any {
			warn(message, category, py.As[int](level), source)
			return nil
		})
	m.Func("warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
		func(args []any) any {
			warnExplicit(args[0], args[1], args[2], args[3], args[4], args[5], args[7])
			return nil
		})
	m.Func("showwarning(message, category, filename, lineno, file=None, line=None)",
		func(message, category, name, number, file, line any) any {
			write(newMessage(message, category, name, number, file, line, nil))
			return nil
		})
	m.Func("formatwarning(message, category, filename, lineno, line=None)", func(message, category, file, number, line any) any {
		return format(newMessage(message, category, file, number, nil, line, nil))
	})
	for _, name := range []string{"showwarning", "formatwarning"} {
		originals[name] = m.Attr(name)
	}
	m.Func("simplefilter(action, category=, lineno=0, append=False)", func(action, category, line, appended any) any {
		simpleFilter(action, category, line, appended)
		return nil
	}, py.Warning)
	m.Func("filterwarnings(action, message='', category=, module='', lineno=0, append=False)",
		func(action, message, category, module, line, appended any) any {
			filterWarnings(action, message, category, module, line, appended)
			return nil
		}, py.Warning)
	m.Func("resetwarnings()", func() any {
		filters.Clear()
		version++
		return nil
	})
	m.Set("filters", filters)
	m.Set("defaultaction", "default")
	m.Set("onceregistry", shownOnce)
	m.Class(messageClass())
	m.Class(catcher())
	m.Class(deprecatedClass())
	self = m
	return m
})
