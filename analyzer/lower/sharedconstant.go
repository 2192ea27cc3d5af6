package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// shareConstants makes package variables of the constants of a module that are
// defaults of its functions, so that the calls name them.
func (m *module) shareConstants() {
	for _, s := range m.AST.Body {
		m.shareDefaults(s)
		if class, ok := s.(*ast.ClassDef); ok {
			for _, s := range class.Body {
				m.shareDefaults(s)
			}
		}
	}
}

func (m *module) shareDefaults(s ast.Stmt) {
	args := ast.ArgumentsOf(s)
	if args == nil {
		return
	}
	for _, e := range args.DefaultValues() {
		if sym := m.constantNamed(e); sym != nil {
			sym.Captured = true
		}
	}
}

// constantNamed is the variable of the module that an expression names, where a
// statement at the top of the module before it alone assigns it, a literal.
func (m *module) constantNamed(e ast.Expr) *scope.Symbol {
	name, ok := e.(*ast.Name)
	if !ok {
		return nil
	}
	sym := m.Scope.Uses[name]
	if sym == nil || sym.Scope != m.Scope.Module || sym.Foreign || !m.program.assignedOnce(sym) || m.Scope.InNamespace(sym) {
		return nil
	}
	for _, s := range m.AST.Body {
		if s.Span().End > e.Span().Start {
			break
		}
		var target, v ast.Expr
		switch s := s.(type) {
		case *ast.Assign:
			target, v = s.Targets[0], s.Value
		case *ast.AnnAssign:
			target, v = s.Target, s.Value
		}
		if target == sym.Bindings[0] && v != nil && isConstant(v) {
			return sym
		}
	}
	return nil
}

// sharedConstant is the package variable of a constant that is the default of a
// parameter carried as t; nil if the default is something else.
func (f *function) sharedConstant(e ast.Expr, t ir.Type) *ir.Var {
	sym := f.constantNamed(e)
	if sym == nil {
		return nil
	}
	if v := f.variable(sym); v.Global && ir.Identical(v.Type, t) {
		return v
	}
	return nil
}
