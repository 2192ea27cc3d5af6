package loggingconfig

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logginghandlers"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

// modules are the modules of the library whose names a configuration can refer to.
var modules = map[string]func() *py.Module{
	"io": io.Module, "logging": logging.Module, "logging.handlers": logginghandlers.Module, "queue": queue.Module, "sys": sys.Module,
}

// resolve finds what a dotted name stands for. It raises ValueError.
func resolve(name string) any {
	parts := strings.Split(name, ".")
	found := moduleNamed(parts[0])
	if found == nil {
		unresolved(name, "No module named "+py.Repr(parts[0]))
	}
	for i, part := range parts[1:] {
		path := strings.Join(parts[:i+2], ".")
		if sub := moduleNamed(path); sub != nil {
			found = sub
			continue
		}
		owner, isModule := found.(*py.Module)
		if !py.HasAttr(found, part) && isModule {
			text := "No module named " + py.Repr(path)
			if owner.Name() != "logging" && py.NotEqual(py.GetAttrOr(owner, "__package__", nil), owner.Name()) {
				text += "; " + py.Repr(owner.Name()) + " is not a package"
			}
			unresolved(name, text)
		}
		found = py.GetAttr(found, part)
	}
	return found
}

// moduleNamed is the module of a name, of the library or of the program; nil if there
// is none.
func moduleNamed(name string) any {
	if m, ok := modules[name]; ok {
		return m()
	}
	if importlib.Importable(name) {
		return importlib.Import(name)
	}
	return nil
}

// unresolved raises what a failed import becomes.
func unresolved(name, message string) {
	missing := py.NewException(py.Builtin("ModuleNotFoundError").(*py.Class), message)
	py.Raise(exc.ValueError("Cannot resolve %s: %s", py.Repr(name), message), missing)
}

// called is the factory that a configuration gives, itself or by its name.
func called(given any) any {
	if py.Callable(given) {
		return given
	}
	return resolve(py.As[string](given))
}
