// Package effect finds what code does besides computing its values.
package effect

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Module is one module of the program.
type Module struct {
	File  *source.File
	AST   *ast.Module
	Scope *scope.Info
}

// Blocking warns of calls in coroutines that block the thread, and with it the
// event loop: of functions of the library that do, and of the module's own
// functions that call them.
func Blocking(mods []*Module) diag.List {
	var list diag.List
	for _, m := range mods {
		b := &blocker{Module: m, imports: imports(m.AST), found: map[ast.Node]string{}}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if def, ok := n.(*ast.AsyncFunctionDef); ok {
				for _, call := range calls(def.Body) {
					list = append(list, b.warnings(call)...)
				}
			}
			return true
		})
	}
	return list
}

// blocker finds the blocking functions of one module.
type blocker struct {
	*Module
	imports map[ast.Node]string
	found   map[ast.Node]string // the library function that a def blocks in; "" if none
}

func (b *blocker) warnings(call *ast.Call) diag.List {
	warning := diag.Diagnostic{Code: diag.BlockingCall, Severity: diag.Warning, File: b.File, Range: call.Span()}
	name := b.qualified(call.Func)
	if hint, ok := api.Blocks(name); ok {
		warning.Message = name + " blocks the event loop"
		warning.Hint = hint
		return diag.List{warning}
	}
	def := b.definition(call.Func)
	if def == nil {
		return nil
	}
	if in := b.blocksIn(def); in != "" {
		warning.Message = def.Name + " blocks the event loop: it calls " + in
		warning.Hint = "await asyncio.to_thread(" + def.Name + ", ...) instead"
		return diag.List{warning}
	}
	return nil
}

// blocksIn returns the library function that a function of the module blocks
// in when it is called, or "".
func (b *blocker) blocksIn(def *ast.FunctionDef) string {
	if in, ok := b.found[def]; ok {
		return in
	}
	b.found[def] = "" // while it is looked at, for recursive functions
	for _, call := range calls(def.Body) {
		name := b.qualified(call.Func)
		if _, ok := api.Blocks(name); ok {
			b.found[def] = name
			break
		}
		if callee := b.definition(call.Func); callee != nil {
			if in := b.blocksIn(callee); in != "" {
				b.found[def] = in
				break
			}
		}
	}
	return b.found[def]
}

// definition returns the function that a name always means.
func (b *blocker) definition(e ast.Expr) *ast.FunctionDef {
	name, ok := e.(*ast.Name)
	if !ok {
		return nil
	}
	sym := b.Scope.Uses[name]
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	def, _ := sym.Bindings[0].(*ast.FunctionDef)
	return def
}

// qualified returns the name of a library function, such as time.sleep,
// however it was imported; "" for anything else.
func (b *blocker) qualified(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		sym := b.Scope.Uses[e]
		switch {
		case sym == nil || sym.Kind == scope.Builtin:
			return e.Id
		case len(sym.Bindings) == 1:
			return b.imports[sym.Bindings[0]]
		}
	case *ast.Attribute:
		if module := b.qualified(e.Value); module != "" {
			return module + "." + e.Attr
		}
	}
	return ""
}

// imports tells what the import statements of a module bind.
func imports(m *ast.Module) map[ast.Node]string {
	names := map[ast.Node]string{}
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Import:
			for _, a := range n.Names {
				names[a] = a.Name
				if a.Asname == "" {
					names[a], _, _ = strings.Cut(a.Name, ".")
				}
			}
		case *ast.ImportFrom:
			for _, a := range n.Names {
				if n.Level == 0 {
					names[a] = n.Module + "." + a.Name
				}
			}
		}
		return true
	})
	return names
}

// calls lists the calls that running a body makes itself, without those of the
// functions defined in it.
func calls(body []ast.Stmt) []*ast.Call {
	var list []*ast.Call
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			case *ast.Call:
				list = append(list, n)
			}
			return true
		})
	}
	return list
}
