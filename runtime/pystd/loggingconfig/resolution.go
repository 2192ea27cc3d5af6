package loggingconfig

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logginghandlers"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

// modules are the modules whose names a configuration can refer to. A converted
// program cannot find its own modules by name.
var modules = map[string]func() *py.Module{
	"io": io.Module, "logging": logging.Module, "logging.handlers": logginghandlers.Module, "queue": queue.Module, "sys": sys.Module,
}

// resolve finds what a dotted name stands for. It raises ValueError.
func resolve(name string) any {
	parts := strings.Split(name, ".")
	if parts[0] == "__main__" {
		panic(exc.RuntimeError("%s: a converted program cannot look up its own names; put the object itself into the configuration", name))
	}
	importing, ok := modules[parts[0]]
	if !ok {
		unresolved(name, "No module named "+py.Repr(parts[0]))
	}
	var found any = importing()
	for i, part := range parts[1:] {
		path := strings.Join(parts[:i+2], ".")
		if sub, ok := modules[path]; ok {
			found = sub()
			continue
		}
		owner, isModule := found.(*py.Module)
		if !py.HasAttr(found, part) && isModule {
			text := "No module named " + py.Repr(path)
			if owner.Name() != "logging" {
				text += "; " + py.Repr(owner.Name()) + " is not a package"
			}
			unresolved(name, text)
		}
		found = py.GetAttr(found, part)
	}
	return found
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
