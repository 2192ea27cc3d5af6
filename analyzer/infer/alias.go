package infer

import (
	"math"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// alias is a statement at the top of the script that gives a type a name and does
// nothing else, such as Pair = tuple[int, str], T = TypeVar("T") or the class
// statement of a typing.Protocol.
type alias struct {
	stmt  ast.Stmt
	sym   *scope.Symbol
	value ast.Expr    // nil of a protocol
	maker string      // what is called: "typing.NewType"; empty if the value is the type
	names []*ast.Name // that the value mentions
}

// aliasMakers are the functions whose call with plain arguments only makes a name.
var aliasMakers = map[string]bool{
	"typing.TypeVar": true, "typing.ParamSpec": true, "typing.TypeVarTuple": true, "typing.NewType": true,
}

// collectAliases finds the type aliases of the script.
func (a *analysis) collectAliases(m *Module) {
	if m.Name != "__main__" {
		return
	}
	for _, s := range m.AST.Body {
		if def, ok := s.(*ast.ClassDef); ok {
			if sym := m.Scope.Defs[def]; a.isProtocol(m, def) && sym.Assigned == 1 && !m.Scope.InNamespace(sym) {
				a.addAlias(m, &alias{stmt: s, sym: sym})
			}
			continue
		}
		x := &alias{stmt: s}
		var name ast.Expr
		switch s := s.(type) {
		case *ast.Assign:
			if len(s.Targets) == 1 {
				name, x.value = s.Targets[0], s.Value
			}
		case *ast.AnnAssign:
			name, x.value = s.Target, s.Value
		case *ast.TypeAlias:
			name, x.value = s.Name, s.Value
			if len(s.TypeParams) > 0 {
				continue
			}
		}
		target, ok := name.(*ast.Name)
		if !ok || x.value == nil {
			continue
		}
		x.sym = m.Scope.Uses[target]
		if x.sym == nil || x.sym.Assigned != 1 || len(x.sym.Bindings) != 1 || m.Scope.InNamespace(x.sym) || !a.names(m, x) {
			continue
		}
		a.addAlias(m, x)
	}
}

// addAlias notes an alias, and the names that its statement reads.
func (a *analysis) addAlias(m *Module, x *alias) {
	add := func(e ast.Expr) {
		ast.Inspect(e, func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok {
				x.names = append(x.names, name)
				a.aliasNames[name] = true
			}
			return true
		})
	}
	if def, ok := x.stmt.(*ast.ClassDef); ok {
		if base, ok := def.Bases[0].(*ast.Subscript); ok {
			add(base.Slice)
		}
		for _, s := range def.Body {
			if s, ok := s.(*ast.AnnAssign); ok {
				add(s.Annotation)
			}
		}
	} else {
		add(x.value)
		a.aliasOf[x.sym] = x
	}
	if x.maker == "typing.NewType" {
		a.facts.newTypes[x.sym] = true
	}
	a.aliases = append(a.aliases, x)
}

// names reports whether a statement only gives a type a name: its value cannot
// raise, and making it has no effect.
func (a *analysis) names(m *Module, x *alias) bool {
	form := &typeForm{function: a.owner(m), before: x.stmt.Span().Start}
	if _, isStatement := x.stmt.(*ast.TypeAlias); isStatement {
		return form.is(x.value)
	}
	call, ok := x.value.(*ast.Call)
	if !ok {
		_, plain := x.value.(*ast.Name)
		return !plain && form.is(x.value) && !isQuoted(x.value)
	}
	x.maker = strings.Replace(form.libraryModule(call.Func), "typing_extensions.", "typing.", 1)
	if !aliasMakers[x.maker] || len(call.Args) == 0 || !isQuoted(call.Args[0]) || len(call.Keywords) > 1 {
		return false
	}
	rest := call.Args[1:]
	switch {
	case x.maker == "typing.NewType" && (len(rest) != 1 || len(call.Keywords) > 0):
		return false
	case x.maker != "typing.NewType" && len(rest) == 1:
		return false // a single constraint is not allowed
	}
	for _, k := range call.Keywords {
		switch k.Arg {
		case "bound":
			rest = append(slices.Clip(rest), k.Value)
		case "covariant", "contravariant":
			if c, ok := k.Value.(*ast.Constant); !ok || c.Value != true {
				return false
			}
		default:
			return false
		}
	}
	return !slices.ContainsFunc(rest, func(e ast.Expr) bool { return !form.is(e) })
}

func isQuoted(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, ok = c.Value.(string)
	return ok
}

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
			return true
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

// dropAliases finds the aliases that only annotations name, which nothing reads
// when the program runs. The classes that the others name are needed.
func (a *analysis) dropAliases() {
	dropped := map[*ast.Name]bool{} // names that nothing evaluates
	for _, m := range a.modules {
		a.annotationNames(m, dropped)
	}
	for i := len(a.aliases) - 1; i >= 0; i-- {
		x := a.aliases[i]
		m := a.modules["__main__"]
		needed := a.annotations || a.hints
		for name, sym := range m.Scope.Uses {
			needed = needed || sym == x.sym && name.Ctx == ast.Load && !dropped[name]
		}
		if needed {
			for _, name := range x.names {
				if def := a.classNamed(m, name); a.classes[def] != nil {
					a.classes[def].facts.Named = true
				}
			}
			continue
		}
		a.facts.aliases[x.stmt] = true
		for _, name := range x.names {
			dropped[name] = true
		}
		ast.Inspect(x.stmt, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				delete(a.facts.exprs, e)
			}
			return true
		})
	}
}

// annotationNames adds the names that annotations and the bases of static
// classes mention, those of NewTypes that are called, and those of types that
// values are cast to.
func (a *analysis) annotationNames(m *Module, names map[*ast.Name]bool) {
	add := func(e ast.Expr) {
		if e != nil {
			ast.Inspect(e, func(n ast.Node) bool {
				if name, ok := n.(*ast.Name); ok {
					names[name] = true
				}
				return true
			})
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ClassDef:
			if a.classes[n] == nil {
				// Its body evaluates annotations.
				for _, s := range n.Body {
					ast.Inspect(s, func(n ast.Node) bool {
						switch n := n.(type) {
						case *ast.FunctionDef:
							add(n.Returns)
						case *ast.AsyncFunctionDef:
							add(n.Returns)
						case *ast.Arg:
							add(n.Annotation)
						case *ast.Call:
							a.unchangedName(m, n, names)
						}
						return true
					})
				}
				return false
			}
			for _, b := range n.Bases {
				add(b)
			}
		case *ast.Arg:
			add(n.Annotation)
		case *ast.AnnAssign:
			add(n.Annotation)
		case *ast.FunctionDef:
			add(n.Returns)
		case *ast.AsyncFunctionDef:
			add(n.Returns)
		case *ast.Call:
			a.unchangedName(m, n, names)
		}
		return true
	})
}

func (a *analysis) unchangedName(m *Module, e *ast.Call, names map[*ast.Name]bool) {
	switch {
	case a.facts.casts[e]:
		ast.Inspect(e.Args[0], func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok {
				names[name] = true
			}
			return true
		})
	case a.facts.Unchanged(m.Scope, e) != nil:
		names[e.Func.(*ast.Name)] = true
	}
}

// collectCasts finds the calls of typing.cast, which give their second argument
// as it is, with a type whose evaluation has no effect.
//
// https://docs.python.org/3.13/library/typing.html#typing.cast
func (a *analysis) collectCasts(m *Module) {
	form := &typeForm{function: a.owner(m), before: math.MaxInt32}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		e, ok := n.(*ast.Call)
		if !ok || len(e.Args) != 2 || len(e.Keywords) > 0 || hasStar(e) || form.libraryModule(e.Func) != "typing.cast" || !form.is(e.Args[0]) {
			return true
		}
		a.facts.casts[e] = true
		ast.Inspect(e.Args[0], func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok {
				a.aliasNames[name] = true
			}
			return true
		})
		return true
	})
}

// Dropped reports whether nothing needs what a statement at the top of the
// script does: it names a type for annotations.
func (f *Facts) Dropped(s ast.Stmt) bool { return f.aliases[s] }

// Unchanged is the argument that a call of a typing.NewType or of typing.cast
// gives as it is; nil if it is no such call.
//
// https://docs.python.org/3.13/library/typing.html#newtype
func (f *Facts) Unchanged(names *scope.Info, e *ast.Call) ast.Expr {
	if f.casts[e] {
		return e.Args[1]
	}
	name, ok := e.Func.(*ast.Name)
	if !ok || len(e.Args) != 1 || len(e.Keywords) > 0 || hasStar(e) || !f.newTypes[names.Uses[name]] {
		return nil
	}
	return e.Args[0]
}

// namedType is the type that an alias names in annotations.
func (f *function) namedType(sym *scope.Symbol) types.Type {
	x := f.aliasOf[sym]
	value := x.value
	switch x.maker {
	case "":
	case "typing.NewType":
		value = value.(*ast.Call).Args[1]
	default:
		return types.Any
	}
	delete(f.aliasOf, sym) // an alias that refers to itself says nothing exact
	t := f.annotation(value)
	f.aliasOf[sym] = x
	return t
}
