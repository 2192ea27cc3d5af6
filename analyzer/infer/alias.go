package infer

import (
	"math"
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// alias is a statement that gives a type a name and does nothing else, such as
// Pair = tuple[int, str], T = TypeVar("T") or the class statement of a
// typing.Protocol.
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

// collectAliases finds the type aliases of a module: all type statements, and of
// the script the other statements at its top that give a type a name.
func (a *analysis) collectAliases(m *Module) {
	ast.Inspect(m.AST, func(n ast.Node) bool {
		if s, ok := n.(*ast.TypeAlias); ok && len(s.TypeParams) == 0 {
			if sym := m.Scope.Uses[s.Name.(*ast.Name)]; sym != nil && sym.Assigned == 1 {
				a.aliasOf[sym] = &alias{stmt: s, sym: sym, value: s.Value}
			}
		}
		return true
	})
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
		eachName(e, func(name *ast.Name) {
			x.names = append(x.names, name)
			a.aliasNames[name] = true
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
	x.maker = form.libraryModule(call.Func)
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
		eachName(e.Args[0], func(name *ast.Name) { a.aliasNames[name] = true })
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

// eachNamed calls f for the names and attributes that an expression mentions; nil
// mentions none.
func eachNamed(e ast.Expr, f func(ast.Expr)) {
	if e == nil {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			f(n)
		case *ast.Attribute:
			f(n)
		}
		return true
	})
}

// eachName calls f for the names that an expression mentions; nil mentions none.
func eachName(e ast.Expr, f func(*ast.Name)) {
	if e == nil {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok {
			f(name)
		}
		return true
	})
}
