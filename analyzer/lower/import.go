package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// importModules lowers import a, b.c as d. A library module needs no
// statement; a module of the program runs when it is first imported.
func (f *function) importModules(s *ast.Import) {
	for _, a := range s.Names {
		if f.importAbsent(s, a.Name) {
			return
		}
		f.importModule(a, a.Name)
		f.bindImport(a)
		f.nameImport(a)
	}
}

func (f *function) importModule(n ast.Node, name string) {
	parts := strings.Split(name, ".")
	known := false
	for i := range parts {
		prefix := strings.Join(parts[:i+1], ".")
		if m := f.program.modules[prefix]; m != nil {
			f.runModule(m)
			known = true
		}
	}
	if !known {
		f.requireLibrary(n, name)
	}
}

// runModule calls the function that runs a module's statements once.
func (f *function) runModule(m *module) {
	if m.init != nil {
		f.emit(&ir.Do{X: &ir.Call{Fun: &ir.FuncRef{Func: m.init}}})
	}
}

// requireLibrary reports a module that the runtime does not have.
func (f *function) requireLibrary(n ast.Node, name string) bool {
	if name == "__future__" {
		return true
	}
	if api.Lookup(name) != nil {
		return true
	}
	f.program.diags = append(f.program.diags, diag.Diagnostic{
		Code: diag.UnknownModule, Severity: diag.Error, File: f.File, Range: n.Span(),
		Message: "module " + name + " is not supported",
		Hint:    "pyasync2go apis lists the modules that convert",
	})
	return false
}

func (f *function) importNames(s *ast.ImportFrom) {
	name, ok := s.Absolute(f.Package)
	if !ok {
		f.importOrphan(s)
		return
	}
	if name == "__future__" {
		for _, a := range s.Names {
			f.future = f.future || a.Name == "annotations"
		}
		return
	}
	if name != "" {
		if f.importAbsent(s, name) {
			return
		}
		f.importModule(s, name)
	}
	own := f.program.modules[name]
	for _, a := range s.Names {
		sub := strings.Trim(name+"."+a.Name, ".")
		switch {
		case f.program.modules[sub] != nil && f.meansSubmodule(own, a.Name, sub):
			f.runModule(f.program.modules[sub])
			f.bindImport(a)
		case own != nil:
			f.importName(a, own)
		case a.Name == "*":
			f.unsupported(s, "from "+name+" import *", "import the names that are used")
		default:
			if f.program.absentName(name, a.Name) && f.provided[s] {
				f.warnAbsent(a, diag.UnknownName, name+"."+a.Name, "ImportError")
				f.emit(&ir.Do{X: pyCall("MissingImport", str(a.Name), str(name))})
				return
			}
			if mod := api.Lookup(name); mod != nil && !mod.Has(a.Name) && api.Lookup(sub) == nil {
				f.program.diags = append(f.program.diags, diag.Diagnostic{
					Code: diag.UnknownName, Severity: diag.Error, File: f.File, Range: a.Span(),
					Message: name + "." + a.Name + " is not supported",
					Hint:    "pyasync2go apis " + name + " lists what converts",
				})
				continue
			}
			f.bindImport(a)
		}
		f.nameImport(a)
	}
}

// bindImport gives a variable the module, or the name of a library module, that
// an import binds, unless every use of it can mean that.
func (f *function) bindImport(a *ast.Alias) {
	sym := f.Scope.Defs[a]
	from, known := f.program.imports[a]
	if sym == nil || !known {
		return
	}
	if _, ok := f.origin(sym); ok {
		return
	}
	full := strings.Trim(from.module+"."+from.name, ".")
	if f.program.modules[full] != nil || api.Lookup(full) != nil {
		f.bind(sym, f.moduleValue(full))
		return
	}
	f.bind(sym, f.libraryName(from.module, from.name))
}

// meansSubmodule reports whether a name imported from the package own, nil if
// there is none, is that of its submodule sub: nothing else in the package has it.
func (f *function) meansSubmodule(own *module, name, sub string) bool {
	if own == nil || own == f.module {
		return true
	}
	sym := own.Scope.Module.Symbols[name]
	if sym == nil {
		return true
	}
	mod, ok := f.moduleOf(sym)
	return ok && mod == sub
}

// importName copies a name of another module of the program, unless every use
// can mean the original.
func (f *function) importName(a *ast.Alias, from *module) {
	if a.Name == "*" {
		return
	}
	sym := f.Scope.Defs[a]
	if sym == nil {
		return
	}
	if _, ok := f.importedSymbol(sym); ok {
		return
	}
	origin := from.Scope.Module.Symbols[a.Name]
	if origin == nil {
		f.emit(&ir.Do{X: pyCall("MissingImport", str(a.Name), str(from.Name))})
		return
	}
	src := &function{module: from, scope: from.Scope.Module}
	f.bind(sym, src.load(origin, nil))
}

// origin is where an import binds a name from.
type origin struct {
	module string
	name   string // "" for the module itself
}

// origin tells what the one binding of a symbol imports, if it is an import.
func (f *function) origin(sym *scope.Symbol) (origin, bool) {
	if sym == nil || f.program.replaced(sym) || f.Scope.Postponed(sym) {
		return origin{}, false
	}
	o, ok := origin{}, false
	for _, b := range sym.Bindings {
		if f.program.absent[b] {
			continue // it binds nothing
		}
		from, isImport := f.program.imports[b]
		// import os and import os.path bind the same.
		if !isImport || ok && from != o {
			return origin{}, false
		}
		o, ok = from, true
	}
	return o, ok
}

// neverBound reports whether all that could bind a variable are imports of what
// is not there.
func (f *function) neverBound(sym *scope.Symbol) bool {
	return sym != nil && len(sym.Bindings) > 0 &&
		!slices.ContainsFunc(sym.Bindings, func(b ast.Node) bool { return !f.program.absent[b] })
}

// importedSymbol resolves a name imported from a module of the program that is
// never assigned again: it can stand for the original.
func (f *function) importedSymbol(sym *scope.Symbol) (*scope.Symbol, bool) {
	o, ok := f.origin(sym)
	if !ok || o.name == "" {
		return nil, false
	}
	m := f.program.modules[o.module]
	if m == nil {
		return nil, false
	}
	target := m.Scope.Module.Symbols[o.name]
	if target == nil || target == sym || target.Assigned != 1 || m.Scope.InNamespace(target) {
		return nil, false
	}
	return target, true
}

// original is the variable that a variable which is imported stands for, or itself.
func (f *function) original(sym *scope.Symbol) *scope.Symbol {
	for origin, ok := f.importedSymbol(sym); ok; origin, ok = f.importedSymbol(sym) {
		sym = origin
	}
	return sym
}

// importedName resolves a name imported from a library module.
func (f *function) importedName(sym *scope.Symbol) (mod, name string, ok bool) {
	o, ok := f.origin(sym)
	if !ok || o.name == "" || f.program.modules[o.module] != nil {
		return "", "", false
	}
	return o.module, o.name, true
}

// imported is importedName for a Name.
func (f *function) imported(e *ast.Name) (mod, name string, ok bool) {
	return f.importedName(f.Scope.Uses[e])
}

// moduleOf resolves a symbol that is bound to a module.
func (f *function) moduleOf(sym *scope.Symbol) (string, bool) {
	o, ok := f.origin(sym)
	if !ok {
		return "", false
	}
	if o.name == "" {
		return o.module, true
	}
	full := strings.Trim(o.module+"."+o.name, ".")
	if m := f.program.modules[o.module]; m != nil {
		// The package's own name for it may be an import of the submodule.
		if target := m.Scope.Module.Symbols[o.name]; target != nil && target != sym {
			return f.moduleOf(target)
		}
	}
	if f.program.modules[full] != nil || api.Lookup(full) != nil {
		return full, true
	}
	return "", false
}

// moduleName resolves an expression that names a module: os, os.path, pkg.mod.
func (f *function) moduleName(e ast.Expr) (string, bool) {
	if f.Scope.Hidden(e) {
		return "", false
	}
	switch e := e.(type) {
	case *ast.Name:
		return f.moduleOf(f.Scope.Uses[e])
	case *ast.Attribute:
		parent, ok := f.moduleName(e.Value)
		if !ok {
			return "", false
		}
		full := parent + "." + e.Attr
		if m := f.program.modules[parent]; m != nil && m.Scope.Module.Symbols[e.Attr] != nil {
			return f.moduleOf(m.Scope.Module.Symbols[e.Attr])
		}
		if f.program.modules[full] != nil || api.Lookup(full) != nil {
			return full, true
		}
	}
	return "", false
}

// moduleValue is a module as a value.
func (f *function) moduleValue(name string) value {
	if m := f.program.modules[name]; m != nil {
		f.program.replacing.Values[name] = true
		return value{m.asValue(), types.Any}
	}
	mod := api.Lookup(name)
	if mod == nil {
		return none
	}
	return value{&ir.Call{Fun: &ir.Qual{Pkg: mod.Package, Name: "Module"}}, types.Any}
}

// isOwnModule reports whether an expression is sys.modules[__name__], which is the
// module that it stands in.
func (f *function) isOwnModule(e *ast.Subscript) bool {
	name, ok := e.Slice.(*ast.Name)
	return ok && name.Id == "__name__" && f.isBuiltin(name) && f.calledName(e.Value) == api.LoadedModules
}

// requireName reports an attribute that the runtime's form of a module does not have.
func (f *function) requireName(n ast.Node, mod, name string) {
	m := api.Lookup(mod)
	if f.program.modules[mod] != nil || m == nil || m.Has(name) || strings.HasPrefix(name, "__") || api.Lookup(mod+"."+name) != nil {
		return
	}
	if api.AbsentName(mod, name) {
		f.warnAbsent(n, diag.UnknownName, mod+"."+name, "AttributeError")
		return
	}
	f.program.diags = append(f.program.diags, diag.Diagnostic{
		Code: diag.UnknownName, Severity: diag.Error, File: f.File, Range: n.Span(),
		Message: mod + "." + name + " is not supported",
		Hint:    "pyasync2go apis " + mod + " lists what converts",
	})
}

// libraryName is a name of a library module as a value.
func (f *function) libraryName(mod, name string) value {
	m := api.Lookup(mod)
	if m == nil {
		return none
	}
	if mod == "asyncio" && asyncioExceptions[name] {
		return value{&ir.Qual{Pkg: asyncioPath, Name: name}, types.Any}
	}
	c := api.ConstantOf(mod + "." + name)
	if c != nil && c.Go != "" {
		pkg, short, _ := strings.Cut(c.Go, ".")
		return value{&ir.Qual{Pkg: api.Packages[pkg], Name: short}, c.Type}
	}
	v := value{method(&ir.Call{Fun: &ir.Qual{Pkg: m.Package, Name: "Module"}}, "Attr", str(name)), types.Any}
	if c != nil {
		return f.as(v, c.Type)
	}
	return v
}
