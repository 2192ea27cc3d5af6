package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Abstract and generic classes are static like others: what abc and typing add
// to a class, static code does not see.

// ownBases lists the bases of a class but abc.ABC and typing.Generic[...], of
// which it notes that they are there, and protocols all of whose methods the
// class has itself.
func (a *analysis) ownBases(info *classInfo) []ast.Expr {
	owner := a.owner(info.mod)
	var bases []ast.Expr
	info.abc = a.hasABCMeta(info)
	info.generic = len(info.def.TypeParams) > 0
	for _, b := range info.def.Bases {
		if owner.libraryModule(b) == "abc.ABC" {
			info.abc = true
			continue
		}
		if def := a.classNamed(info.mod, b); def != nil && a.isProtocol(info.mod, def) && hasMethodsOf(info.def, def) {
			continue
		}
		if s, ok := b.(*ast.Subscript); ok {
			if owner.libraryModule(s.Value) == "typing.Generic" {
				info.generic = true
				continue
			}
			if def := a.classNamed(info.mod, s.Value); def != nil && a.classes[def] != nil && a.classes[def].generic {
				info.generic = true
				b = s.Value
			}
		}
		bases = append(bases, b)
	}
	return bases
}

// hasABCMeta reports whether the header of a class has the keyword
// metaclass=ABCMeta and no others, which means the same as the base class ABC.
func (a *analysis) hasABCMeta(info *classInfo) bool {
	keywords := info.def.Keywords
	return len(keywords) == 1 && keywords[0].Arg == "metaclass" && a.owner(info.mod).libraryModule(keywords[0].Value) == "abc.ABCMeta"
}

// abstractMethod takes abc.abstractmethod away from the decorators of a method.
func (a *analysis) abstractMethod(info *classInfo, name string, decorators []ast.Expr) []ast.Expr {
	owner := a.owner(info.mod)
	return slices.DeleteFunc(slices.Clone(decorators), func(d ast.Expr) bool {
		abstract := owner.libraryModule(d) == "abc.abstractmethod"
		if abstract {
			info.abstract[name] = true
		}
		return abstract
	})
}

// isAbstract reports whether making an instance of a class raises a TypeError.
func (info *classInfo) isAbstract() bool {
	abc := false
	names := map[string]bool{}
	for c := info; c != nil; c = c.base {
		abc = abc || c.abc
		for name := range c.abstract {
			names[name] = true
		}
	}
	for name := range names {
		for c := info; c != nil; c = c.base {
			if c.methods[name] != nil || c.attrs[name] != nil || c.fields[name] != nil {
				if c.abstract[name] {
					return abc
				}
				break
			}
		}
	}
	return false
}

// usesTypeParameters reports whether the code of a class reads one of its type
// parameters as a value.
func usesTypeParameters(def *ast.ClassDef) bool {
	names := map[string]bool{}
	for _, p := range def.TypeParams {
		if t, ok := p.(*ast.TypeVar); ok {
			names[t.Name] = true
			continue
		}
		return true
	}
	annotations := map[ast.Expr]bool{}
	found := false
	for _, s := range def.Body {
		ast.Inspect(s, func(n ast.Node) bool {
			annotations[ast.AnnotationOf(n)] = true
			if e, ok := n.(ast.Expr); ok && annotations[e] {
				return false
			}
			if name, ok := n.(*ast.Name); ok && names[name.Id] {
				found = true
			}
			return !found
		})
	}
	return found
}

// genericLibrary are the library's classes that calling with type arguments
// makes plain instances of.
var genericLibrary = map[string]bool{
	"asyncio.Queue": true, "asyncio.PriorityQueue": true, "asyncio.LifoQueue": true,
	"collections.deque": true, "collections.defaultdict": true, "collections.Counter": true, "collections.OrderedDict": true,
}

// plainCalls takes the type arguments away from what is called with them, as in
// asyncio.Queue[int](), where they make no difference.
func (a *analysis) plainCalls(m *Module) {
	owner := a.owner(m)
	ast.Inspect(m.AST, func(n ast.Node) bool {
		call, ok := n.(*ast.Call)
		if !ok {
			return true
		}
		s, ok := call.Func.(*ast.Subscript)
		if !ok || !isTypeForm(s.Slice) {
			return true
		}
		name, isName := s.Value.(*ast.Name)
		switch {
		case genericLibrary[owner.libraryModule(s.Value)]:
			call.Func = s.Value
		case isName && owner.isBuiltin(name) && slices.Contains(strings.Fields("list dict set frozenset tuple"), name.Id):
			call.Func = s.Value
		case a.isGeneric(m, s.Value):
			call.Func = s.Value
		}
		return true
	})
}

// isGeneric reports whether an expression names a class of the program with
// type parameters, which typing makes subscriptable.
func (a *analysis) isGeneric(m *Module, e ast.Expr) bool {
	def := a.classNamed(m, e)
	if def == nil || len(def.Keywords)+len(def.DecoratorList) > 0 {
		return false
	}
	for _, s := range def.Body {
		if f, ok := s.(*ast.FunctionDef); ok && f.Name == "__class_getitem__" {
			return false
		}
	}
	owner := a.owner(m)
	return len(def.TypeParams) > 0 || slices.ContainsFunc(def.Bases, func(b ast.Expr) bool {
		s, ok := b.(*ast.Subscript)
		return ok && owner.libraryModule(s.Value) == "typing.Generic"
	})
}

// manglePrivate gives the attributes __x in classes the names that Python does.
func manglePrivate(m *Module) {
	var visit func(n ast.Node, class string)
	visit = func(root ast.Node, class string) {
		ast.Inspect(root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ClassDef:
				if n == root {
					return true
				}
				for _, s := range n.Body {
					visit(s, strings.TrimLeft(n.Name, "_"))
				}
				for _, e := range append(slices.Clone(n.Bases), n.DecoratorList...) {
					visit(e, class)
				}
				for _, k := range n.Keywords {
					visit(k, class)
				}
				return false
			case *ast.Attribute:
				if class != "" && strings.HasPrefix(n.Attr, "__") && !strings.HasSuffix(n.Attr, "__") {
					n.Attr = "_" + class + n.Attr
				}
			}
			return true
		})
	}
	visit(m.AST, "")
}
