package analyzer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// attributeUse tells whether a program reads an attribute of a family's classes of
// instances alone.
type attributeUse struct {
	family *family
	name   string
	fine   map[ast.Expr]bool // names of classes, and calls of type, that give no class away
	plain  bool
}

// isPlain reports whether all uses in a program are.
func (u *attributeUse) isPlain(modules []*Module) bool {
	u.fine, u.plain = map[ast.Expr]bool{}, true
	for _, m := range modules {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			u.note(n)
			return true
		})
	}
	for _, m := range modules {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			u.plain = u.plain && u.allows(n)
			return u.plain
		})
	}
	return u.plain
}

// note marks what a node makes fine among its parts.
func (u *attributeUse) note(n ast.Node) {
	if e := ast.AnnotationOf(n); e != nil {
		ast.Inspect(e, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				u.fine[e] = true
			}
			return true
		})
	}
	each := func(e ast.Expr) {
		if t, ok := e.(*ast.Tuple); ok {
			for _, e := range t.Elts {
				u.fine[e] = true
			}
		}
		u.fine[e] = true
	}
	switch n := n.(type) {
	case *ast.Call:
		u.fine[n.Func] = true
		if name, ok := n.Func.(*ast.Name); ok && name.Id == "isinstance" && len(n.Args) == 2 {
			each(n.Args[1])
		}
	case *ast.ClassDef:
		for _, b := range n.Bases {
			u.fine[b] = true
		}
	case *ast.If:
		u.fine[n.Test] = true
	case *ast.Compare:
		if op := n.Ops[0]; len(n.Ops) == 1 && (op == ast.Is || op == ast.IsNot) && isNone(n.Comparators[0]) {
			u.fine[n.Left] = true
		}
	case *ast.ExceptHandler:
		if n.Type != nil {
			each(n.Type)
		}
	case *ast.Raise:
		u.fine[n.Exc] = true
	case *ast.MatchClass:
		u.fine[n.Cls] = true
	case *ast.Attribute:
		if n.Attr != u.name {
			u.fine[n.Value] = true // type(x).__name__, Class.method
		}
	}
}

// isClass reports whether an expression names a class of the family, or what a class
// method calls it.
func (u *attributeUse) isClass(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	return ok && (u.family.names[name.Id] || name.Id == "cls")
}

// allows reports whether a node, seen by itself, gives no class of the family away
// and reads the attribute of an instance, if it does.
func (u *attributeUse) allows(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ClassDef:
		return u.family.names[n.Name] || !slices.ContainsFunc(n.Bases, u.derives)
	case *ast.FunctionDef:
		return n.Name != "property" && takesClassAsCls(n) && u.leavesPlainly(n.Name, n.Args, n.Body)
	case *ast.AsyncFunctionDef:
		return u.leavesPlainly(n.Name, n.Args, n.Body)
	case *ast.Name:
		if n.Id == "property" && n.Ctx != ast.Load || n.Id == "type" && !u.fine[n] || n.Id == "__class__" {
			return false
		}
		return !api.Reflects(n.Id) && (u.fine[n] || n.Ctx != ast.Load || !u.isClass(n))
	case *ast.Attribute:
		if api.Reflects(n.Attr) || u.family.names[n.Attr] || n.Attr == "__class__" && !u.fine[n] {
			return false
		}
		return n.Attr != u.name || n.Ctx == ast.Load && !u.isClass(n.Value) && !isSuper(n.Value)
	case *ast.Call:
		if name, ok := n.Func.(*ast.Name); ok && name.Id == "type" {
			return u.fine[n]
		}
	case *ast.Alias:
		return !api.Reflects(n.Name) && (!u.family.names[n.Name] || n.Asname == "") && n.Name != "property" && n.Asname != "property"
	}
	return true
}

// leavesPlainly reports whether a function is no __exit__ that can read attributes of
// the class of an exception, which it is told: it asks for no more than whether there
// is one, and for other attributes.
func (u *attributeUse) leavesPlainly(name string, args *ast.Arguments, body []ast.Stmt) bool {
	if name != "__exit__" && name != "__aexit__" {
		return true
	}
	told := args.Vararg
	if positional := append(slices.Clone(args.Posonlyargs), args.Args...); len(positional) > 1 {
		told = positional[1]
	}
	plain := true
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			name, ok := n.(*ast.Name)
			plain = plain && (!ok || told == nil || name.Id != told.Arg || u.fine[name])
			return plain
		})
	}
	return plain
}

// derives reports whether a base of a class is of the family.
func (u *attributeUse) derives(base ast.Expr) bool {
	switch base := base.(type) {
	case *ast.Name:
		return u.family.names[base.Id]
	case *ast.Attribute:
		return u.family.names[base.Attr]
	}
	return false
}

// takesClassAsCls reports whether a function is none that takes a class, or calls it cls.
func takesClassAsCls(def *ast.FunctionDef) bool {
	takes := slices.Contains([]string{"__new__", "__init_subclass__", "__class_getitem__"}, def.Name)
	for _, d := range def.DecoratorList {
		name, ok := d.(*ast.Name)
		takes = takes || ok && name.Id == "classmethod"
	}
	args := def.Args.All()
	return !takes || len(args) > 0 && args[0].Arg == "cls"
}

func isNone(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	return ok && c.Value == nil
}

// isSuper reports whether an expression is super().
func isSuper(e ast.Expr) bool {
	call, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	name, ok := call.Func.(*ast.Name)
	return ok && name.Id == "super"
}
