package py

import "sync"

// Module is a Python module. A module of the standard library is made by the
// function Module of its Go package at its first use.
type Module struct {
	name  string
	attrs attrTable
	lazy  map[string]func() any

	variables map[string]moduleVariable
}

// A moduleVariable is an attribute that lives in a Go variable.
type moduleVariable struct {
	get func() any
	set func(value any)
}

// NewModule makes an empty module.
func NewModule(name, doc string) *Module {
	m := &Module{name: name}
	m.attrs.set("__name__", name)
	if doc == "" {
		m.attrs.set("__doc__", nil)
	} else {
		m.attrs.set("__doc__", doc)
	}
	return m
}

// Name is the module's __name__.
func (m *Module) Name() string { return m.name }

// PyClass is the class of modules.
func (m *Module) PyClass() *Class { return ModuleClass }

// Func adds a function as Python code defines it and returns it; see Func.
func (m *Module) Func(spec string, fn any, defaults ...any) *Function {
	f := Func(spec, fn, defaults...).Module(m.name)
	m.attrs.set(f.name, f)
	return f
}

// AsyncFunc adds an async function and returns it; see AsyncFunc.
func (m *Module) AsyncFunc(spec string, fn any, defaults ...any) *Function {
	f := AsyncFunc(spec, fn, defaults...).Module(m.name)
	m.attrs.set(f.name, f)
	return f
}

// Builtin adds a function that is written in C in CPython and returns it; see
// BuiltinFunc.
func (m *Module) Builtin(spec string, fn any, defaults ...any) *Function {
	f := BuiltinFunc(spec, fn, defaults...).Module(m.name)
	m.attrs.set(f.name, f)
	return f
}

// Set sets an attribute and returns the module.
func (m *Module) Set(name string, value any) *Module {
	m.attrs.set(name, value)
	return m
}

// Class adds a class under its name and returns it.
func (m *Module) Class(c *Class) *Class {
	m.attrs.set(c.name, c)
	return c
}

// Lazy adds an attribute that make computes at its first use.
func (m *Module) Lazy(name string, make func() any) {
	if m.lazy == nil {
		m.lazy = map[string]func() any{}
	}
	m.lazy[name] = sync.OnceValue(make)
}

// Variable adds an attribute that is read and set through functions.
func (m *Module) Variable(name string, get func() any, set func(value any)) {
	if m.variables == nil {
		m.variables = map[string]moduleVariable{}
	}
	m.variables[name] = moduleVariable{get, set}
}

// setVariable sets the attribute if it was made by Variable.
func (m *Module) setVariable(name string, value any) bool {
	v, ok := m.variables[name]
	if ok {
		v.set(value)
	}
	return ok
}

// Attr is the attribute name of the module. It raises AttributeError.
func (m *Module) Attr(name string) any { return GetAttr(m, name) }

// Names lists the attributes in the order of their definition.
func (m *Module) Names() []string {
	var names []string
	m.attrs.all(func(name string, _ any) { names = append(names, name) })
	for name := range m.lazy {
		if _, ok := m.attrs.get(name); !ok {
			names = append(names, name)
		}
	}
	for name := range m.variables {
		names = append(names, name)
	}
	return names
}

// getModuleAttr finds an attribute of the module, a lazy one and the module's
// own __getattr__ included.
func getModuleAttr(m *Module, name string) (any, bool) {
	if v, ok := m.variables[name]; ok {
		return v.get(), true
	}
	if name == "__dict__" {
		for lazy := range m.lazy {
			if _, ok := m.attrs.get(lazy); !ok {
				getModuleAttr(m, lazy)
			}
		}
		return m.attrs.asDict(), true
	}
	if v, ok := m.attrs.get(name); ok {
		return v, true
	}
	if make, ok := m.lazy[name]; ok {
		v := make()
		m.attrs.set(name, v)
		return v, true
	}
	if v, ok := genericGetAttr(m, ModuleClass, nil, name); ok {
		return v, true
	}
	if hook, ok := m.attrs.get("__getattr__"); ok {
		return Call(hook, name), true
	}
	return nil, false
}
