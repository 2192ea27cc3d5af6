package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// readSlots notes the names in __slots__, where they are written out.
func (info *classInfo) readSlots(e ast.Expr) string {
	items := []ast.Expr{e}
	switch e := e.(type) {
	case *ast.Tuple:
		items = e.Elts
	case *ast.List:
		items = e.Elts
	}
	info.slots = map[string]bool{}
	for _, item := range items {
		c, ok := item.(*ast.Constant)
		if !ok {
			return "its slots are computed"
		}
		name, ok := c.Value.(string)
		if !ok || strings.HasPrefix(name, "__") {
			return "its slots are of a special kind"
		}
		info.slots[name] = true
	}
	return ""
}

// classFields finds the attributes that __init__ always sets, and checks that
// the methods use no others.
func (a *analysis) classFields(info *classInfo) string {
	if init, ok := info.methods["__init__"].(*ast.FunctionDef); ok {
		set := map[string]ast.Stmt{}
		order := []string{}
		a.alwaysSet(info, init.Body, func(name string, s ast.Stmt) {
			if set[name] == nil {
				order = append(order, name)
			}
			set[name] = s
		}, 0)
		for _, name := range order {
			if info.field(name) == nil {
				info.fields[name] = a.newCell()
				info.order = append(info.order, Field{Name: name, Decl: set[name]})
			}
		}
		if info.base != nil && info.base.method("__init__") != nil && !callsSuperInit(init.Body) && len(info.base.allFields()) > 0 {
			return "its __init__ does not call that of its base class"
		}
	}
	if why := a.lateFields(info); why != "" {
		return why
	}
	a.laterFields(info)
	why := ""
	check := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			attr, ok := n.(*ast.Attribute)
			if !ok || !IsSelf(attr.Value) {
				return true
			}
			name := attr.Attr
			switch {
			case info.field(name) != nil, info.exception && (name == "args" || strings.HasPrefix(name, "__")):
			case attr.Ctx == ast.Load && (info.method(name) != nil || info.attr(name) != nil || name == "__class__"):
			case attr.Ctx == ast.Store && info.setter(name) != nil:
			case attr.Ctx == ast.Store && info.attr(name) != nil && a.setByInstances(info, name):
			case !strings.HasPrefix(name, "__") && !info.exception && info.method(name) == nil && info.attr(name) == nil && info.opens():
			default:
				why = "not all attributes are set by __init__: " + name
			}
			return true
		})
	}
	for _, n := range info.methods {
		check(n)
	}
	for _, n := range info.setters {
		check(n)
	}
	for name := range info.fields {
		if info.slots != nil && !info.slots[name] {
			return "it sets an attribute that has no slot"
		}
		if info.method(name) != nil {
			return "an attribute has the name of a method"
		}
		if strings.HasPrefix(name, "__") {
			return "it has private attributes"
		}
	}
	return why
}

// lateFields tells why the fields of a dataclass that the constructor has no
// values for are not always there: __post_init__ does not set them.
func (a *analysis) lateFields(info *classInfo) string {
	set := map[string]ast.Stmt{} // where they are first set
	early := map[string]bool{}   // they are read before that
	if post, ok := info.methods["__post_init__"].(*ast.FunctionDef); ok {
		a.alwaysSet(info, post.Body, func(name string, s ast.Stmt) {
			if set[name] == nil {
				set[name] = s
			}
		}, 0)
		ast.Inspect(post, func(n ast.Node) bool {
			if attr, ok := n.(*ast.Attribute); ok && attr.Ctx == ast.Load && set[attr.Attr] != nil {
				early[attr.Attr] = early[attr.Attr] || attr.Range.Start < set[attr.Attr].Span().End
			}
			return true
		})
	}
	for _, field := range info.order {
		if field.NoInit && field.Default == nil && field.Factory == nil && (set[field.Name] == nil || early[field.Name]) {
			return "not all fields are set by __post_init__: " + field.Name
		}
	}
	return ""
}

// alwaysSet calls set for each attribute of self that a block of __init__ sets
// on every way through it, in order.
func (a *analysis) alwaysSet(info *classInfo, body []ast.Stmt, set func(string, ast.Stmt), depth int) {
	target := func(e ast.Expr, s ast.Stmt) {
		if attr, ok := e.(*ast.Attribute); ok && IsSelf(attr.Value) && info.setter(attr.Attr) == nil {
			set(attr.Attr, s)
		}
	}
	names := func(body []ast.Stmt) []string {
		var list []string
		a.alwaysSet(info, body, func(name string, _ ast.Stmt) { list = append(list, name) }, depth)
		return list
	}
	for i, s := range body {
		if i > 0 && returns(body[i-1]) {
			return
		}
		switch s := s.(type) {
		case *ast.Assign:
			for _, t := range s.Targets {
				if tuple, ok := t.(*ast.Tuple); ok {
					for _, t := range tuple.Elts {
						target(t, s)
					}
				}
				target(t, s)
			}
		case *ast.AnnAssign:
			if s.Value != nil {
				target(s.Target, s)
			}
		case *ast.If:
			then, orelse := names(s.Body), names(s.Orelse)
			raises := func(body []ast.Stmt) bool {
				if len(body) == 0 {
					return false
				}
				_, ok := body[len(body)-1].(*ast.Raise)
				return ok
			}
			for _, name := range append(append([]string{}, then...), orelse...) {
				if (slices.Contains(then, name) || raises(s.Body)) && (slices.Contains(orelse, name) || raises(s.Orelse)) {
					set(name, s)
				}
			}
		case *ast.With:
			a.alwaysSet(info, s.Body, set, depth)
		case *ast.ExprStmt:
			// A helper method that __init__ calls, or object.__setattr__.
			if call, ok := s.Value.(*ast.Call); ok && depth < 3 {
				if _, name, _ := FrozenStore(call); name != "" {
					set(name, s)
				}
				if attr, ok := call.Func.(*ast.Attribute); ok && IsSelf(attr.Value) {
					if helper, ok := info.methods[attr.Attr].(*ast.FunctionDef); ok && a.facts.Funcs[helper].Kind == InstanceMethod {
						a.alwaysSet(info, helper.Body, func(name string, _ ast.Stmt) { set(name, s) }, depth+1)
					}
				}
			}
		}
	}
}

// returns reports whether a statement can return from the function.
func returns(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Return:
			found = true
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
			return false
		}
		return !found
	})
	return found
}

// callsSuperInit reports whether super().__init__(...) is a statement of a body.
func callsSuperInit(body []ast.Stmt) bool {
	for _, s := range body {
		if e, ok := s.(*ast.ExprStmt); ok {
			if call, ok := e.Value.(*ast.Call); ok {
				if attr, ok := call.Func.(*ast.Attribute); ok && attr.Attr == "__init__" {
					return true
				}
			}
		}
	}
	return false
}
