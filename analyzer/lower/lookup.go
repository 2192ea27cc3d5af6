package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// looksUpFirst reports whether it shows that Python looks up the method of a call
// before it evaluates the arguments: they do something, and the lookup can fail or
// do something, too.
func (f *function) looksUpFirst(e *ast.Call, attr *ast.Attribute) bool {
	if _, isModule := f.moduleName(attr.Value); isModule || f.hasMethods(attr.Value) || f.isOwnMethod(attr) {
		return false
	}
	for _, arg := range argumentsOf(e) {
		if f.doesSomething(arg) {
			return true
		}
	}
	return false
}

// hasMethods reports whether an expression is a number, text or container: it has
// the methods of its type.
func (f *function) hasMethods(e ast.Expr) bool {
	switch t := f.typeOf(e).(type) {
	case types.Kind:
		return isBasic(t) || t == types.Bytes
	case *types.List, *types.Set, *types.Dict, *types.Tuple, *types.Sequence:
		return true
	}
	return false
}

// doesSomething reports whether evaluating an expression calls or waits for
// something.
func (f *function) doesSomething(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Lambda:
			return false
		case *ast.Call, *ast.Await, *ast.Yield, *ast.YieldFrom, *ast.NamedExpr, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.Starred:
			found = true
		}
		return !found
	})
	return found
}

// isOwnMethod reports whether an attribute is a method of the class around, on its
// self, or one that super() finds in object if nowhere else.
func (f *function) isOwnMethod(attr *ast.Attribute) bool {
	if call, ok := attr.Value.(*ast.Call); ok {
		name, ok := call.Func.(*ast.Name)
		return ok && name.Id == "super" && f.isBuiltin(name) && strings.HasPrefix(attr.Attr, "__")
	}
	name, ok := attr.Value.(*ast.Name)
	if !ok || f.program.uses.Has(api.Lookups) {
		return false
	}
	sym := f.Scope.Uses[name]
	if sym == nil || !sym.Param || sym.Scope == nil || sym.Assigned != 1 {
		return false
	}
	args := ast.ArgumentsOf(sym.Scope.Node)
	if args == nil || len(args.All()) == 0 || f.Scope.Defs[args.All()[0]] != sym {
		return false
	}
	own := f.Scope.Defs[sym.Scope.Node]
	if own == nil || own.Scope == nil {
		return false
	}
	class, ok := own.Scope.Node.(*ast.ClassDef)
	if !ok {
		return false
	}
	for _, s := range class.Body {
		switch d := s.(type) {
		case *ast.FunctionDef:
			if d.Name == attr.Attr && len(d.DecoratorList) == 0 {
				return true
			}
		case *ast.AsyncFunctionDef:
			if d.Name == attr.Attr && len(d.DecoratorList) == 0 {
				return true
			}
		}
	}
	return false
}

// callLookedUp lowers a call of what callee, a py.Callee, has looked up.
func (f *function) callLookedUp(e *ast.Call, callee ir.Expr) ir.Expr {
	at := len(*f.block)
	a := f.arguments(e, nil)
	if len(*f.block) > at {
		v := &ir.Var{Hint: e.Func.(*ast.Attribute).Attr}
		block := append([]ir.Stmt{}, (*f.block)[:at]...)
		block = append(block, &ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{callee}})
		*f.block = append(block, (*f.block)[at:]...)
		callee = &ir.Ref{Var: v}
	}
	if a.keywords != nil {
		return method(callee, "CallKw", a.list(), a.keywords)
	}
	return &ir.Call{Fun: &ir.Select{X: callee, Name: "Call"}, Args: a.positional, Spread: a.spread}
}
