package lower

import (
	"maps"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Replacing is what a program gives other values by the way of modules: by
// assigning to the attribute of one, by setattr, or by a function of the library
// that does that. A name of it then does not always mean what defined or imported
// it.
type Replacing struct {
	// Values holds the modules of the program that are values, whose variables can
	// be read and set by names that are computed.
	Values map[string]bool
	// Names holds, for each module, of the program or of the library, the names
	// that are given other values; "*" is all of them.
	Names map[string]map[string]bool
	// Uses holds the expressions in which such a name of a library module is read
	// as its attribute: that which means the module.
	Uses map[ast.Expr]bool
}

// NewReplacing makes a Replacing that holds nothing.
func NewReplacing() *Replacing {
	return &Replacing{Values: map[string]bool{}, Names: map[string]map[string]bool{}, Uses: map[ast.Expr]bool{}}
}

// Join adds what other holds, and reports whether that is more.
func (r *Replacing) Join(other *Replacing) bool {
	before := r.size()
	maps.Copy(r.Values, other.Values)
	maps.Copy(r.Uses, other.Uses)
	for module, names := range other.Names {
		for name := range names {
			r.add(module, name)
		}
	}
	return r.size() > before
}

func (r *Replacing) size() int {
	n := len(r.Values) + len(r.Uses)
	for _, names := range r.Names {
		n += len(names)
	}
	return n
}

func (r *Replacing) add(module, name string) {
	if r.Names[module] == nil {
		r.Names[module] = map[string]bool{}
	}
	r.Names[module][name] = true
}

// Has reports whether a name of a module is given another value.
func (r *Replacing) Has(module, name string) bool {
	return r.Names[module][name] || r.Names[module]["*"]
}

// replaced reports whether an imported name is given another value.
func (l *lowerer) replaced(sym *scope.Symbol) bool {
	m := l.moduleOf(sym.Scope)
	return m != nil && m.Scope.Replaced(sym)
}

// collectReplacing finds what the program gives other values.
func (l *lowerer) collectReplacing() {
	l.replacing = NewReplacing()
	somewhere := map[string]bool{} // attributes that are set of what can be any module
	for _, m := range l.mods {
		f := &function{module: l.modules[m.Name], scope: m.Scope.Module}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Attribute:
				if n.Ctx == ast.Load {
					break
				}
				if mod, ok := f.moduleMeant(n.Value); ok {
					f.replaces(mod, n.Attr)
				} else if f.isLibraryValue(n.Value) {
					somewhere[n.Attr] = true
				}
			case *ast.Call:
				f.replacesBy(n, somewhere)
			}
			return true
		})
	}
	for _, names := range l.replacing.Names {
		for name := range names {
			l.uses.Feature |= api.Mentions(name) // which may stand in a string only
		}
	}
	for _, m := range l.mods {
		f := &function{module: l.modules[m.Name], scope: m.Scope.Module}
		if len(somewhere) > 0 {
			f.libraryValues(somewhere)
		}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if attr, ok := n.(*ast.Attribute); ok && attr.Ctx == ast.Load {
				if mod, ok := f.moduleMeant(attr.Value); ok && l.modules[mod] == nil && l.replacing.Has(mod, attr.Attr) {
					l.replacing.Uses[attr.Value] = true
				}
			}
			return true
		})
	}
}

// moduleMeant is moduleName, for those expressions too that have been hidden from it.
func (f *function) moduleMeant(e ast.Expr) (string, bool) {
	if f.Scope.Hidden(e) {
		switch e := e.(type) {
		case *ast.Name:
			return f.moduleOf(f.Scope.Uses[e])
		case *ast.Attribute:
			if parent, ok := f.moduleMeant(e.Value); ok {
				return parent + "." + e.Attr, true
			}
		}
	}
	return f.moduleName(e)
}

// isLibraryValue reports whether an expression can be a module that the program
// has got as a value: all but self and the like.
func (f *function) isLibraryValue(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	return ok && name.Id != "self" && name.Id != "cls"
}

// replaces notes that a name of a module is given another value.
func (f *function) replaces(mod, name string) {
	r := f.program.replacing
	m := f.program.modules[mod]
	if m == nil {
		r.add(mod, name)
		return
	}
	sym := m.Scope.Module.Symbols[name]
	if sym == nil {
		r.Values[mod] = true
		return
	}
	for _, b := range sym.Bindings {
		switch b.(type) {
		case *ast.Alias:
			r.Values[mod] = true
			r.add(mod, name)
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			r.Values[mod] = true
		}
	}
}

// replacesBy notes what a call of setattr, or of what does the same, gives other
// values.
func (f *function) replacesBy(e *ast.Call, somewhere map[string]bool) {
	if api.IsImporter(f.calledName(e.Func)) {
		f.importsByValue(e)
	}
	if api.IsConfigurer(f.calledName(e.Func)) {
		f.provideNamed()
	}
	how := api.Replaces(f.calledName(e.Func))
	if how == api.ReplacesNothing || len(e.Args) == 0 {
		return
	}
	constant := func(i int) string {
		if i < len(e.Args) {
			if c, ok := e.Args[i].(*ast.Constant); ok {
				if text, ok := c.Value.(string); ok {
					return text
				}
			}
		}
		return ""
	}
	switch how {
	case api.ReplacesAttribute:
		names := []string{constant(1)}
		if len(e.Args) == 1 {
			names = nil
			for _, k := range e.Keywords {
				names = append(names, k.Arg)
			}
		}
		mod, isModule := f.moduleMeant(e.Args[0])
		if path := constant(0); path != "" {
			f.provide(path)
			mod, isModule = f.pathModule(path)
		}
		for _, name := range names {
			if name == "" {
				name = "*"
			}
			if isModule {
				f.replaces(mod, name)
				if name == "*" {
					f.program.replacing.add(mod, name)
				}
			} else {
				somewhere[name] = true
			}
		}
	case api.ReplacesItems:
		if path := constant(0); path != "" {
			f.provide(path)
			f.pathModule(path)
		}
	case api.ReplacesPath:
		path := constant(0)
		if path == "" {
			f.unsupported(e, "patching what a computed path leads to", "write the path out, or use patch.object")
		}
		if i := strings.LastIndex(path, "."); i > 0 {
			f.provide(path[:i])
			if mod, ok := f.pathModule(path[:i]); ok {
				f.replaces(mod, path[i+1:])
			}
		}
	}
}

// importsByValue notes which modules a call can import by their names.
func (f *function) importsByValue(e *ast.Call) {
	l := f.program
	if len(e.Args) == 0 {
		return
	}
	start, whole := ast.TextStart(e.Args[0])
	if strings.HasPrefix(start, ".") {
		level := len(start) - len(strings.TrimLeft(start, "."))
		start, _ = (&ast.ImportFrom{Level: level, Module: strings.TrimLeft(start, ".")}).Absolute(f.Package)
	}
	switch {
	case whole:
		f.provide(start)
	case start == "":
		f.unsupported(e, "importing a module by a name that is computed", "let the name begin with the package that it is in")
	default:
		for name := range l.modules {
			if strings.HasPrefix(name, start) {
				f.provide(name)
			}
		}
	}
}

// provideNamed notes that the modules of the program that texts of it name, with
// something in them, are looked up by their names.
func (f *function) provideNamed() {
	for _, m := range f.program.modules {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if c, ok := n.(*ast.Constant); ok {
				text, _ := c.Value.(string)
				for i := strings.LastIndex(text, "."); i > 0; i = strings.LastIndex(text[:i], ".") {
					if f.program.modules[text[:i]] != nil {
						f.provide(text[:i])
					}
				}
			}
			return true
		})
	}
}

// provide notes that a module, and the packages that it is in, are imported by their
// names.
func (f *function) provide(path string) {
	at := ""
	for part := range strings.SplitSeq(path, ".") {
		at = strings.Trim(at+"."+part, ".")
		if f.program.modules[at] == nil && api.Lookup(at) == nil {
			return
		}
		f.program.byName[at] = true
	}
}

// provideModules tells the runtime how the modules are imported that are imported by
// their names.
func (f *function) provideModules() {
	for _, name := range slices.Sorted(maps.Keys(f.program.byName)) {
		var load ir.Expr
		if m := f.program.modules[name]; m != nil {
			load = &ir.FuncLit{Results: []*ir.Var{{Type: pointerTo(pyPath, "Module")}}, Body: f.within(func() {
				f.runModule(m)
				f.emit(&ir.Return{Values: []ir.Expr{f.moduleValue(name).Expr}})
			})}
		} else {
			load = &ir.Qual{Pkg: api.Lookup(name).Package, Name: "Module"}
		}
		provide := &ir.Qual{Pkg: api.Lookup(api.ImporterModule).Package, Name: "Provide"}
		f.emit(&ir.Do{X: &ir.Call{Fun: provide, Args: []ir.Expr{str(name), load}}})
	}
}

// calledName is the qualified name of a library function that an expression means,
// or the name of a builtin function.
func (f *function) calledName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		if f.isBuiltin(e) {
			return e.Id
		}
		if mod, name, ok := f.imported(e); ok {
			return mod + "." + name
		}
	case *ast.Attribute:
		if mod, ok := f.moduleName(e.Value); ok {
			return mod + "." + e.Attr
		}
		if owner := f.calledName(e.Value); owner != "" {
			return owner + "." + e.Attr
		}
	}
	return ""
}

// pathModule is the module that a dotted path leads to, through names that modules
// import. The modules of the program on the way are values.
func (f *function) pathModule(path string) (string, bool) {
	l := f.program
	at := ""
	for part := range strings.SplitSeq(path, ".") {
		next := strings.Trim(at+"."+part, ".")
		if m := l.modules[at]; m != nil {
			l.replacing.Values[at] = true
			if sym := m.Scope.Module.Symbols[part]; sym != nil {
				mod, ok := (&function{module: m, scope: m.Scope.Module}).moduleOf(sym)
				if !ok {
					return "", false
				}
				next = mod
			}
		}
		if l.modules[next] == nil && api.Lookup(next) == nil {
			return "", false
		}
		at = next
	}
	if l.modules[at] != nil {
		l.replacing.Values[at] = true
	}
	return at, true
}

// libraryValues notes, for the library modules that are values, that names which
// are set of what can be any module may be theirs.
func (f *function) libraryValues(names map[string]bool) {
	fine := map[ast.Expr]bool{} // only read
	ast.Inspect(f.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Attribute:
			fine[n.Value] = true
		case *ast.Call:
			if api.ReadsFirst(f.calledName(n.Func)) && len(n.Args) > 0 {
				fine[n.Args[0]] = true
			} else if api.Replaces(f.calledName(n.Func)) != api.ReplacesNothing && len(n.Args) > 0 {
				fine[n.Args[0]] = true
			}
		case ast.Expr:
			mod, ok := f.moduleMeant(n)
			if !ok || fine[n] || f.program.modules[mod] != nil {
				break
			}
			for name := range names {
				f.program.replacing.add(mod, name)
			}
		}
		if attr, ok := n.(*ast.Attribute); ok && !fine[attr] {
			if mod, ok := f.moduleMeant(attr); ok && f.program.modules[mod] == nil {
				for name := range names {
					f.program.replacing.add(mod, name)
				}
			}
		}
		return true
	})
}
