package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A string that a loop appends to becomes a strings.Builder: CPython appends in
// place to a string that nothing else refers to, where Go's += would copy it at
// every turn. Reading the string so far is free.

var builderType = &ir.Named{Pkg: "strings", Name: "Builder"}

// textBuilders finds the local variables that are built up in loops and are
// bound by nothing but plain assignments.
func (l *lowerer) textBuilders() map[*scope.Symbol]bool {
	grown := map[*scope.Symbol]bool{}
	plain := map[ast.Node]bool{}
	for _, m := range l.mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Assign:
				if name, ok := n.Targets[0].(*ast.Name); ok && len(n.Targets) == 1 {
					plain[name] = true
				}
			case *ast.AugAssign:
				if name, ok := n.Target.(*ast.Name); ok && n.Op == ast.Add {
					plain[name] = true
					if sym := m.Scope.Uses[name]; sym != nil && l.inLoop[name] {
						grown[sym] = true
					}
				}
			}
			return true
		})
	}
	for sym := range grown {
		owned := sym.Scope != nil && !sym.Captured && !sym.Param && l.bound[sym] == nil && l.blockScope(sym.Scope) == sym.Scope
		for _, b := range sym.Bindings {
			owned = owned && plain[b]
		}
		_, inClass := sym.Scope.Node.(*ast.ClassDef)
		if !owned || inClass || l.varType(sym) != types.Str || l.isModuleGlobal(sym) {
			delete(grown, sym)
		}
	}
	return grown
}

// isModuleGlobal reports whether a variable belongs to a module other than the script.
func (l *lowerer) isModuleGlobal(sym *scope.Symbol) bool {
	m := l.moduleOf(sym.Scope)
	return m != nil && m.Name != "__main__"
}

// setText assigns a value to a variable that is a strings.Builder.
func (f *function) setText(sym *scope.Symbol, v value) {
	target := &ir.Ref{Var: f.variable(sym)}
	if mentions(&ir.Do{X: v.Expr}, target.Var) {
		v = f.let("text", v)
	}
	f.emit(&ir.Assign{Targets: []ir.Expr{target}, Values: []ir.Expr{&ir.Composite{Type: builderType}}})
	if lit, ok := v.Expr.(*ir.Lit); !ok || lit.Value != "" {
		f.appendText(sym, v)
	}
}

// appendText appends a value to a variable that is a strings.Builder.
func (f *function) appendText(sym *scope.Symbol, v value) {
	target := &ir.Ref{Var: f.variable(sym)}
	text := f.to(types.Str, v)
	if call, ok := text.(*ir.Call); ok {
		if fun, isQual := call.Fun.(*ir.Qual); isQual && fun.Pkg == "fmt" && fun.Name == "Sprintf" {
			args := append([]ir.Expr{&ir.Unary{Op: "&", X: target}}, call.Args...)
			f.emit(&ir.Do{X: &ir.Call{Fun: &ir.Qual{Pkg: "fmt", Name: "Fprintf"}, Args: args}})
			return
		}
	}
	f.emit(&ir.Do{X: method(target, "WriteString", text)})
}
