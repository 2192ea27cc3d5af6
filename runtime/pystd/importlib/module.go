// Package importlib is Python's module importlib. The modules that can be imported
// by a name that is computed are those that the program provides.
// https://docs.python.org/3.13/library/importlib.html
package importlib

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	mu       sync.Mutex
	provided = map[string]func() *py.Module{}
)

// Provide tells how a module is imported: load runs it, if that has not been done,
// and returns it.
func Provide(name string, load func() *py.Module) {
	mu.Lock()
	defer mu.Unlock()
	provided[name] = load
}

// Import imports a module, after the packages that it is in. It raises
// ModuleNotFoundError.
func Import(name string) *py.Module {
	var m *py.Module
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '.' {
			continue
		}
		load, ok := lookup(name[:i])
		if !ok {
			raiseMissing(name, name[:i])
		}
		m = load()
	}
	return m
}

// Importable reports whether there is a module of a name.
func Importable(name string) bool {
	_, ok := lookup(name)
	return ok
}

func lookup(name string) (func() *py.Module, bool) {
	mu.Lock()
	defer mu.Unlock()
	load, ok := provided[name]
	return load, ok
}

func raiseMissing(name, part string) {
	text := "No module named '" + part + "'"
	if parent, _, ok := cutLast(part); ok {
		if load, there := lookup(parent); there && py.NotEqual(py.GetAttrOr(load(), "__package__", parent), parent) {
			text += "; '" + parent + "' is not a package"
		}
	}
	e := py.NewModuleNotFoundError(text)
	py.SetAttr(e, "name", part)
	py.Raise(e)
}

func cutLast(name string) (before, after string, found bool) {
	i := strings.LastIndex(name, ".")
	if i < 0 {
		return name, "", false
	}
	return name[:i], name[i+1:], true
}

// Resolve is what a dotted path leads to: a module, or what is reached from one by
// its attributes, as pkgutil.resolve_name finds it.
func Resolve(path string) any {
	parts := strings.Split(path, ".")
	at := parts[0]
	var found any = Import(at)
	for i, part := range parts[1:] {
		at += "." + part
		if Importable(at) {
			found = Import(at)
			continue
		}
		for _, name := range parts[1+i:] {
			found = py.GetAttr(found, name)
		}
		break
	}
	return found
}

// Module is the module importlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("importlib", "A pure Python implementation of import.")
	m.Func("import_module(name, package=None)", func(name string, pkg any) any {
		if !strings.HasPrefix(name, ".") {
			return Import(name)
		}
		if !py.Truth(pkg) {
			py.Raise(py.NewTypeError("the 'package' argument is required to perform a relative import for '" + name + "'"))
		}
		level := len(name) - len(strings.TrimLeft(name, "."))
		base := py.As[string](pkg)
		for range level - 1 {
			before, _, ok := cutLast(base)
			if !ok {
				py.Raise(py.NewImportError("attempted relative import beyond top-level package"))
			}
			base = before
		}
		return Import(strings.TrimSuffix(base+"."+name[level:], "."))
	})
	m.Func("invalidate_caches()", func() any { return nil })
	return m
})
