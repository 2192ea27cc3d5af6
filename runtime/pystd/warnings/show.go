package warnings

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

func init() {
	py.HandleWarnings(func(w py.BaseException, at py.SourcePlace, source any) {
		issue(w, at, "__main__", registryOf(at.File), source)
	})
}

// Warn is warnings.warn about the line of the program that called the runtime.
func Warn(message, category any) { warn(message, category, 1, nil) }

// warn is warnings.warn: it shows the warning, records it or raises it, as the
// filters say.
func warn(message, category any, level int, source any) {
	e, ok := message.(py.BaseException)
	if !ok || !e.PyClass().IsSubclassOf(py.Warning) {
		class, isClass := category.(*py.Class)
		if category == nil {
			class, isClass = py.UserWarning, true
		}
		if !isClass || !class.IsSubclassOf(py.Warning) {
			panic(exc.TypeError("category must be a Warning subclass, not '%s'", py.TypeOf(category).Name()))
		}
		e = py.NewException(class, message)
	}
	at, known := py.CallerPlace(max(level, 1))
	module := "__main__"
	if !known && py.ShowsLines() {
		at, module = py.SourcePlace{File: "<sys>"}, "sys"
	}
	issue(e, at, module, registryOf(at.File), source)
}

// warnExplicit is warnings.warn_explicit.
func warnExplicit(message any, category, file, line, module, registry, source any) {
	e, ok := message.(py.BaseException)
	if !ok || !e.PyClass().IsSubclassOf(py.Warning) {
		e = py.AsException(py.MakeError(py.Call(category, message)))
	}
	at := py.SourcePlace{File: py.Str(file), Line: py.As[int](line)}
	name := strings.TrimSuffix(at.File, ".py")
	if module != nil {
		name = py.Str(module)
	}
	seen, ok := registry.(*py.Dict[any, any])
	if !ok {
		seen = py.DictOf[any, any]()
	}
	issue(e, at, name, seen, source)
}

var (
	// registries have what has been shown, by file: __warningregistry__.
	registries = map[string]*py.Dict[any, any]{}
	// shownOnce is onceregistry.
	shownOnce = py.DictOf[any, any]()
)

func registryOf(file string) *py.Dict[any, any] {
	if registries[file] == nil {
		registries[file] = py.DictOf[any, any]()
	}
	return registries[file]
}

// issue does with a warning what the filters say.
func issue(w py.BaseException, at py.SourcePlace, module string, registry *py.Dict[any, any], source any) {
	if v, ok := registry.Lookup("version"); !ok || v != version {
		registry.Clear()
		registry.Set("version", version)
	}
	text, class := py.Str(w), w.PyClass()
	key := py.Tuple{text, class, at.Line}
	if _, shown := registry.Lookup(key); shown {
		return
	}
	switch action := decide(text, class, module, at.Line); action {
	case "ignore":
		return
	case "error":
		panic(w)
	case "once":
		registry.Set(key, 1)
		if !first(shownOnce, py.Tuple{text, class}) {
			return
		}
	case "module":
		registry.Set(key, 1)
		if !first(registry, py.Tuple{text, class, 0}) {
			return
		}
	case "default":
		registry.Set(key, 1)
	case "always", "all":
	default:
		panic(exc.RuntimeError("Unrecognized action (%s) in warnings.filters:\n %s", py.Repr(action), py.Repr(filters)))
	}
	show(newMessage(w, class, at.File, at.Line, nil, nil, source))
}

// first reports whether a key is new in a registry, and notes it.
func first(registry *py.Dict[any, any], key py.Tuple) bool {
	_, shown := registry.Lookup(key)
	registry.Set(key, 1)
	return !shown
}

// recorder is where catch_warnings(record=True) collects warnings.
var recorder *py.List[any]

// show gives a warning to the program's showwarning, to the recorder, or writes it.
func show(m any) {
	if hook := replaced("showwarning"); hook != nil {
		if !py.Callable(hook) {
			panic(exc.TypeError("warnings.showwarning() must be set to a function or method"))
		}
		py.Call(hook, details(m, "message", "category", "filename", "lineno", "file", "line")...)
		return
	}
	if recorder != nil {
		recorder.Append(m)
		return
	}
	write(m)
}

// write writes a warning to its file, or to sys.stderr.
func write(m any) {
	file := py.GetAttr(m, "file")
	if file == nil {
		file = io.StandardError()
	}
	var text any
	if hook := replaced("formatwarning"); hook != nil {
		text = py.Call(hook, details(m, "message", "category", "filename", "lineno", "line")...)
	} else {
		text = format(m)
	}
	py.CallMethod(file, "write", text)
}

func details(m any, names ...string) []any {
	var values []any
	for _, name := range names {
		values = append(values, py.GetAttr(m, name))
	}
	return values
}

// format is the text of a warning.
func format(m any) string {
	category := py.Str(py.GetAttr(py.GetAttr(m, "category"), "__name__"))
	file, line := py.Str(py.GetAttr(m, "filename")), py.GetAttr(m, "lineno")
	text := file + ":" + py.Str(line)
	if file == "" {
		text = "__main__"
	}
	text += ": " + category + ": " + py.Str(py.GetAttr(m, "message")) + "\n"
	number, _ := line.(int)
	source := py.SourceLine(file, number)
	if given := py.GetAttr(m, "line"); given != nil {
		source = strings.TrimSpace(py.Str(given))
	}
	if source != "" {
		text += "  " + source + "\n"
	}
	if py.GetAttr(m, "source") != nil {
		text += category + ": Enable tracemalloc to get the object allocation traceback\n"
	}
	return text
}

// messageClass is the class WarningMessage.
var messageClass = sync.OnceValue(func() *py.Class {
	names := []string{"message", "category", "filename", "lineno", "file", "line", "source"}
	return define.Class("warnings", "WarningMessage", nil, func(b *define.Body) {
		b.Method("__init__(self, message, category, filename, lineno, file=None, line=None, source=None)", func(args []any) any {
			self := args[0]
			for i, name := range names {
				py.SetAttr(self, name, args[i+1])
			}
			py.SetAttr(self, "_category_name", nil)
			if category := args[2]; py.Truth(category) {
				py.SetAttr(self, "_category_name", py.GetAttr(category, "__name__"))
			}
			return nil
		})
		b.Method("__str__(self)", func(self any) any {
			shown := func(name string) string { return py.Repr(py.GetAttr(self, name)) }
			return "{message : " + shown("message") + ", category : " + shown("_category_name") + ", filename : " +
				shown("filename") + ", lineno : " + py.Str(py.GetAttr(self, "lineno")) + ", line : " + shown("line") + "}"
		})
	})
})

func newMessage(message, category, file, lineno, to, line, source any) any {
	return py.Call(messageClass(), message, category, file, lineno, to, line, source)
}
