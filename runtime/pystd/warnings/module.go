// Package warnings is Python's module warnings. Where a warning comes from in
// the source is not known to a converted program; what is printed shows the
// module instead.
package warnings

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// filter is one rule of the warning filters.
type filter struct {
	action   string
	message  string
	category *py.Class
}

// state is what catch_warnings saves and restores.
type state struct {
	filters  []filter
	recorder *py.List[any]
}

var (
	current = state{filters: []filter{
		{"default", "", py.DeprecationWarning}, {"ignore", "", py.PendingDeprecationWarning},
		{"ignore", "", py.ImportWarning}, {"ignore", "", py.ResourceWarning},
	}}
	shown = map[string]bool{}
)

// Module returns the module warnings.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("warnings", "Python part of the warnings subsystem.")
	m.Func("warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
		func(message, category, _, _, _ any) any {
			Warn(message, category)
			return nil
		})
	m.Func("warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
		func(args []any) any {
			e, ok := args[0].(py.BaseException)
			if !ok {
				e = py.NewException(args[1].(*py.Class), args[0])
			}
			show(e, py.Str(args[2]), py.As[int](args[3]), py.Str(args[2])+":"+py.Str(args[3]))
			return nil
		})
	m.Func("formatwarning(message, category, filename, lineno, line=None)", func(message, category, file, number, line any) any {
		text := py.Str(file) + ":" + py.Str(number) + ": " + category.(*py.Class).Name() + ": " + py.Str(message) + "\n"
		source := py.SourceLine(py.Str(file), py.As[int](number))
		if line != nil {
			source = strings.TrimSpace(py.Str(line))
		}
		if source != "" {
			text += "  " + source + "\n"
		}
		return text
	})
	m.Func("simplefilter(action, category=, lineno=0, append=False)", func(action, category, _, appended any) any {
		addFilter(filter{action: checkAction(action), category: category.(*py.Class)}, py.Truth(appended))
		return nil
	}, py.Warning)
	m.Func("filterwarnings(action, message='', category=, module='', lineno=0, append=False)",
		func(action, message, category, _, _, appended any) any {
			addFilter(filter{checkAction(action), py.Str(message), category.(*py.Class)}, py.Truth(appended))
			return nil
		}, py.Warning)
	m.Func("resetwarnings()", func() any {
		current.filters = nil
		return nil
	})
	m.Class(catcher())
	m.Class(deprecatedClass())
	return m
})

func checkAction(action any) string {
	switch s := py.Str(action); s {
	case "error", "ignore", "always", "all", "default", "module", "once":
		return s
	}
	panic(exc.ValueError("invalid action: %s", py.Repr(action)))
}

func addFilter(f filter, appended bool) {
	clear(shown)
	if appended {
		current.filters = append(current.filters[:len(current.filters):len(current.filters)], f)
	} else {
		current.filters = append([]filter{f}, current.filters...)
	}
}

// Warn is warnings.warn: it shows the warning, records it or raises it, as the
// filters say.
func Warn(message, category any) {
	e, ok := message.(py.BaseException)
	if !ok {
		class, isClass := category.(*py.Class)
		if category == nil {
			class, isClass = py.UserWarning, true
		}
		if !isClass || !class.IsSubclassOf(py.Warning) {
			panic(exc.TypeError("category must be a Warning subclass, not '%s'", py.TypeOf(category).Name()))
		}
		e = py.NewException(class, message)
	}
	show(e, "__main__", 0, "__main__")
}

// show does with a warning what the filters say. place is what is written before
// its category.
func show(e py.BaseException, file string, line int, place string) {
	text := py.Str(e)
	action := "default"
	for _, f := range current.filters {
		if e.PyClass().IsSubclassOf(f.category) && strings.HasPrefix(strings.ToLower(text), strings.ToLower(f.message)) {
			action = f.action
			break
		}
	}
	switch action {
	case "ignore":
		return
	case "error":
		panic(e)
	case "default", "module", "once":
		key := place + ":" + e.PyClass().Name() + ":" + text
		if shown[key] {
			return
		}
		shown[key] = true
	}
	if current.recorder != nil {
		current.recorder.Append(record(e, file, line))
		return
	}
	py.CallMethod(io.StandardError(), "write", place+": "+e.PyClass().Name()+": "+text+"\n")
}

// messageClass returns the class of recorded warnings.
var messageClass = sync.OnceValue(func() *py.Class {
	return define.Class("warnings", "WarningMessage", nil, nil)
})

func record(e py.BaseException, file string, line int) any {
	m := py.Call(messageClass())
	for name, v := range map[string]any{
		"message": e, "category": e.PyClass(), "filename": file, "lineno": line, "file": nil, "line": nil, "source": nil,
	} {
		py.SetAttr(m, name, v)
	}
	return m
}

// catcher returns the class catch_warnings.
var catcher = sync.OnceValue(func() *py.Class {
	var saved []state
	return define.Class("warnings", "catch_warnings", nil, func(b *define.Body) {
		b.Method("__init__(self, *, record=False, module=None, action=None, category=, lineno=0, append=False)", func(args []any) any {
			py.SetAttr(args[0], "_record", args[1])
			py.SetAttr(args[0], "_action", args[3])
			py.SetAttr(args[0], "_category", args[4])
			return nil
		}, py.Warning)
		b.Method("__enter__(self)", func(self any) any {
			saved = append(saved, current)
			clear(shown)
			if action := py.GetAttr(self, "_action"); action != nil {
				addFilter(filter{action: checkAction(action), category: py.GetAttr(self, "_category").(*py.Class)}, false)
			}
			if !py.Truth(py.GetAttr(self, "_record")) {
				return nil
			}
			current.recorder = py.ListOf[any]()
			return current.recorder
		})
		b.Method("__exit__(self, *exc_info)", func(_, _ any) any {
			last := len(saved) - 1
			current, saved = saved[last], saved[:last]
			clear(shown)
			return nil
		})
	})
})
