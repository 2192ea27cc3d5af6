package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// typeForm tells what is a type where it stands, made of types that are there
// before an offset.
type typeForm struct {
	*function
	before int32
}

// builtinTypes are the builtin classes that annotations are made of.
var builtinTypes = strings.Fields(`int str float bool bytes bytearray complex object type list dict set frozenset tuple
	BaseException Exception`)

func (f *typeForm) is(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return e.Value == nil || isQuoted(e) || e.Value == any(ast.Ellipsis{})
	case *ast.Name:
		sym := f.mod.Scope.Uses[e]
		switch {
		case f.isBuiltin(e):
			return slices.Contains(builtinTypes, e.Id)
		case f.aliasOf[sym] != nil:
			x := f.aliasOf[sym]
			return x.sym.Scope == f.mod.Scope.Module && x.stmt.Span().Start < f.before
		}
		if name := f.libraryModule(e); name != "" {
			return isLibraryType(name)
		}
		if sym.Assigned != 1 || len(sym.Bindings) != 1 {
			return false
		}
		def, ok := sym.Bindings[0].(*ast.ClassDef)
		return ok && len(def.Keywords) == 0 && def.Span().Start < f.before && sym.Scope == f.mod.Scope.Module
	case *ast.Attribute:
		name := f.libraryModule(e)
		return name != "" && isLibraryType(name)
	case *ast.BinOp:
		none := func(e ast.Expr) bool { c, ok := e.(*ast.Constant); return ok && c.Value == nil }
		return e.Op == ast.BitOr && f.is(e.Left) && f.is(e.Right) && !isQuoted(e.Left) && !isQuoted(e.Right) &&
			!(none(e.Left) && none(e.Right))
	case *ast.Tuple:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !f.is(e) })
	case *ast.List:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !f.is(e) })
	case *ast.Subscript:
		generic := api.IsGeneric(f.libraryModule(e.Value))
		return (generic || isTypeForm(e) && f.is(e.Value)) && f.is(e.Slice) && f.fits(e)
	}
	return false
}

// isLibraryType reports whether a name of the library is that of a type.
func isLibraryType(name string) bool {
	for _, module := range []string{"typing.", "collections.abc."} {
		if last, ok := strings.CutPrefix(name, module); ok {
			return typeForms[last] || last == "Any" || last == "Hashable" || last == "Sized"
		}
	}
	return api.IsPlain(name) || api.IsGeneric(name)
}

// fits reports whether a generic type takes so many arguments.
func (f *typeForm) fits(e *ast.Subscript) bool {
	name := ""
	switch head := e.Value.(type) {
	case *ast.Name:
		name = head.Id
	case *ast.Attribute:
		name = head.Attr
	}
	args, isTuple := e.Slice.(*ast.Tuple)
	switch name {
	case "Optional":
		return !isTuple
	case "Callable":
		return isTuple && len(args.Elts) == 2
	case "Annotated":
		return isTuple && len(args.Elts) > 1
	}
	return true
}

// typeForms are the generic types whose arguments are types and nothing more.
var typeForms = map[string]bool{
	"Union": true, "Optional": true, "Callable": true, "Literal": true, "Annotated": true, "Awaitable": true, "Coroutine": true,
	"list": true, "dict": true, "set": true, "frozenset": true, "tuple": true, "List": true, "Dict": true, "Set": true, "Tuple": true,
	"Iterable": true, "Iterator": true, "Sequence": true, "Mapping": true, "MutableMapping": true, "AsyncIterator": true,
	"AsyncIterable": true, "Generator": true, "AsyncGenerator": true,
}

// isTypeForm reports whether an expression is a type that is made of others.
func isTypeForm(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name, *ast.Attribute:
		return true
	case *ast.Constant:
		_, isText := e.Value.(string)
		return e.Value == nil || isText || e.Value == any(ast.Ellipsis{})
	case *ast.BinOp:
		return e.Op == ast.BitOr && isTypeForm(e.Left) && isTypeForm(e.Right)
	case *ast.Tuple:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !isTypeForm(e) })
	case *ast.List:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !isTypeForm(e) })
	case *ast.Subscript:
		name, ok := e.Value.(*ast.Name)
		if attr, isAttr := e.Value.(*ast.Attribute); isAttr {
			return typeForms[attr.Attr] && isTypeForm(e.Slice)
		}
		return ok && typeForms[name.Id] && isTypeForm(e.Slice)
	}
	return false
}

func isQuoted(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, ok = c.Value.(string)
	return ok
}
