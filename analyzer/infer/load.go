package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) isBuiltin(e *ast.Name) bool {
	sym := f.mod.Scope.Uses[e]
	return sym == nil || sym.Kind == scope.Builtin
}

// load is the type of a variable where it is read.
func (f *function) load(e *ast.Name) types.Type {
	if f.isBuiltin(e) {
		return builtinType(e.Id)
	}
	sym := f.mod.Scope.Uses[e]
	if n, mod := f.definition(e); n != nil {
		f.asValue(n, mod)
		return types.Callable // as a value, it is a *py.Function
	}
	if o, ok := f.importOf(sym); ok {
		if f.modules[o.module] == nil && o.name != "" {
			f.copies = f.copies || o == importOf{"dataclasses", "replace"}
			return f.libraryType(o.module + "." + o.name)
		}
		if m := f.modules[o.module]; m != nil && o.name != "" {
			return f.importedValue(m, m.Scope.Module.Symbols[o.name])
		}
		return types.Any
	}
	c := f.variable(sym)
	if t, ok := f.toldOf(place{sym: sym}); ok {
		// What was known may have been told by an earlier, smaller type.
		return f.meet(c, t)
	}
	return known(c)
}

// importedValue is the type of what a name of a module of the program is bound to,
// where another module imports it.
func (f *function) importedValue(m *Module, sym *scope.Symbol) types.Type {
	m, sym = f.analysis.imported(m, sym, maxModuleParts)
	t := f.definedType(m, sym)
	if sym == nil || t != types.Any {
		return t
	}
	v := known(f.variable(sym))
	if sym.Assigned == 1 && !m.Scope.InNamespace(sym) {
		return v // the importing module reads the same variable
	}
	f.escape(v)
	return types.Any
}

// asValue notes that a static function is also used as a value: any value may
// then be in any parameter.
func (f *function) asValue(n ast.Node, mod *Module) {
	facts := f.facts.Funcs[n]
	if facts.Untyped {
		return
	}
	facts.Value, facts.Untyped = true, true
	if sym := mod.Scope.Defs[n]; facts.Static && sym != nil && sym.Scope != mod.Scope.Module {
		// A library function was to take its Go function, but does not for these arguments.
		facts.Static, facts.Why = false, "it is a nested function that is used as a value"
		f.join(f.resultCell(n), types.Any)
	}
	f.altered(facts)
	for _, p := range ast.ArgumentsOf(n).All() {
		f.join(f.variable(mod.Scope.Defs[p]), types.Any)
	}
}

// meet is the narrowed type of a variable, if that is still within its type.
func (f *function) meet(c *cell, t types.Type) types.Type {
	whole := c.read()
	if t == types.Never {
		return t
	}
	if bound, ok := t.(integer); ok {
		i, isInt := strip(whole).(integer)
		if !isInt {
			return whole
		}
		return integer{min(i.bits, bound.bits), i.nonneg || bound.nonneg}
	}
	if whole == types.Any {
		return t
	}
	if o, ok := whole.(*types.Optional); ok {
		if t == types.None {
			return t
		}
		whole = o.Elem
	}
	if i, ok := t.(*types.Instance); ok {
		if j, ok := whole.(*types.Instance); ok && f.derives(i.Class, j.Class) {
			return t
		}
	}
	return whole
}
