package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Names that can be computed when the program runs need a place that has them
// by name: a *py.Namespace, in class bodies always, and in those modules that
// ask for globals().

// namespace is the *py.Namespace that a variable lives in; nil if it is a Go variable.
func (f *function) namespace(sym *scope.Symbol) ir.Expr {
	if sym == nil || sym.Scope == nil {
		return nil
	}
	if f.class != nil && sym.Scope == f.scope {
		return &ir.Ref{Var: f.class.ns}
	}
	if sym.Scope.Parent != nil {
		return nil
	}
	if m := f.program.moduleOf(sym.Scope); m != nil && m.Scope.InNamespace(sym) {
		return m.globals()
	}
	return nil
}

// globals is the namespace of the module's variables.
func (m *module) globals() ir.Expr {
	if m.names == nil {
		hint := "globals"
		if m.Name != "__main__" {
			hint = m.file.Name + "_globals"
		}
		doc := ir.Expr(&ir.Lit{})
		if text, ok := docstringOf(m.AST.Body); ok {
			doc = str(text)
		}
		m.names = &ir.Var{Hint: hint, Type: pointerTo(pyPath, "Namespace"), Global: true}
		m.file.Decls = append(m.file.Decls, &ir.VarDecl{
			Var: m.names, Value: pyCall("NewGlobals", str(m.Name), str(m.Package), str(m.File.Name), doc), Infer: true,
		})
	}
	return &ir.Ref{Var: m.names}
}

// hintNames tells the runtime where the names are that annotations have in
// strings, if the program evaluates such annotations.
func (f *function) hintNames() {
	if !f.program.uses.Has(api.Hints) {
		return
	}
	call := &ir.Call{Fun: py("HintNames"), Args: []ir.Expr{str(f.Name)}}
	for _, sym := range f.Scope.HintNames(f.AST) {
		get := &ir.FuncLit{Results: []*ir.Var{{Type: ir.Any}}, Body: f.within(func() {
			f.emit(&ir.Return{Values: []ir.Expr{f.boxed(f.load(sym, nil))}})
		})}
		call.Args = append(call.Args, &ir.Composite{
			Type: &ir.Named{Pkg: pyPath, Name: "HintName"}, Elems: []ir.Element{{Name: "Name", Value: str(sym.Name)}, {Name: "Value", Value: get}},
		})
	}
	if len(call.Args) > 1 {
		f.emit(&ir.Do{X: call})
	}
}

// nameImport gives an imported name to the namespace that its scope has.
func (f *function) nameImport(a *ast.Alias) {
	sym := f.Scope.Defs[a]
	if sym == nil || f.class != nil || sym.Scope != f.Scope.Module || !f.Scope.Namespace || f.Scope.InNamespace(sym) {
		return
	}
	f.emit(&ir.Do{X: method(f.globals(), "Set", str(sym.Name), f.boxed(f.load(sym, nil)))})
}

// scopeNames lowers globals(), and locals(), vars() and dir() without arguments.
func (f *function) scopeNames(e *ast.Call) (value, bool) {
	if name, ok := e.Func.(*ast.Name); ok && name.Id == "globals" && f.isBuiltin(name) && len(e.Args)+len(e.Keywords) == 0 {
		return value{method(f.globals(), "Dict"), types.Any}, true
	}
	name, ok := scope.NamesOfScope(e)
	if !ok || !f.isBuiltin(name) {
		return value{}, false
	}
	var names ir.Expr
	switch f.scope.Node.(type) {
	case *ast.Module:
		names = method(f.globals(), "Dict")
	case *ast.ClassDef:
		names = method(&ir.Ref{Var: f.class.ns}, "Dict")
	case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
		names = f.localNames(e)
	}
	if names == nil {
		f.unsupported(e, name.Id+"() here", "write the names out")
		return none, true
	}
	if name.Id == "dir" {
		names = pyCall("SortedKeys", names)
	}
	return value{names, types.Any}, true
}

// localNames makes the dict that locals() gives in a function: its variables
// that are bound, then those that its inner functions use, then those of the
// functions around that it uses. It is nil where a variable cannot be told to be
// bound.
func (f *function) localNames(e *ast.Call) ir.Expr {
	var plain, cells, free []*scope.Symbol
	for _, sym := range f.scope.Order {
		switch {
		case sym.Scope != f.scope || len(sym.Bindings) == 0:
		case sym.Captured && !sym.Param:
			cells = append(cells, sym)
		default:
			plain = append(plain, sym)
		}
	}
	if args := f.program.definition(f.node).args; args != nil && args.Vararg != nil {
		// *args comes after the parameters that only keywords give.
		rest := f.Scope.Defs[args.Vararg]
		from := slices.Index(plain, rest)
		copy(plain[from:], plain[from+1:from+1+len(args.Kwonlyargs)])
		plain[from+len(args.Kwonlyargs)] = rest
	}
	for name, sym := range f.Scope.Uses {
		if sym.Scope != nil && sym.Scope != f.scope && sym.Scope.Parent != nil && !isClassScope(sym.Scope) &&
			within(f.node, name) && !slices.Contains(free, sym) && f.surrounds(sym.Scope) {
			free = append(free, sym)
		}
	}
	for _, syms := range [][]*scope.Symbol{cells, free} {
		slices.SortFunc(syms, func(a, b *scope.Symbol) int { return strings.Compare(a.Name, b.Name) })
	}
	unsure := f.Scope.Unsure[e]
	names := f.let("names", value{pyCall("NewLocals"), types.Any})
	for _, sym := range slices.Concat(plain, cells, free) {
		set := &ir.Do{X: method(names.Expr, "Set", str(sym.Name), f.boxed(f.load(sym, nil)))}
		bound := f.program.bound[sym]
		switch {
		case bound != nil:
			f.emit(&ir.If{Cond: &ir.Ref{Var: bound}, Then: []ir.Stmt{set}})
		case slices.Contains(unsure, sym):
			return nil
		default:
			f.emit(set)
		}
	}
	return names.Expr
}

func isClassScope(s *scope.Scope) bool {
	_, ok := s.Node.(*ast.ClassDef)
	return ok
}

// within reports whether a name stands in the text of n.
func within(n ast.Node, name *ast.Name) bool {
	return n.Span().Start <= name.Span().Start && name.Span().End <= n.Span().End
}

// surrounds reports whether s is a scope around f.
func (f *function) surrounds(s *scope.Scope) bool {
	for p := f.scope.Parent; p != nil; p = p.Parent {
		if p == s {
			return true
		}
	}
	return false
}
