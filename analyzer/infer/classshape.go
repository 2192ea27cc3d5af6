package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// classShape fills info from the class statement; the result tells why the
// class cannot be static, "" if it can.
func (a *analysis) classShape(info *classInfo) string {
	def := info.def
	if a.lifetimes {
		return "the program can see when its instances are dropped"
	}
	if len(def.Keywords) > 0 && !a.hasABCMeta(info) {
		return "its header has keywords"
	}
	if a.isEnum(info) {
		return a.enumShape(info)
	}
	if len(def.TypeParams) > 0 && usesTypeParameters(def) {
		return "it reads its type parameters"
	}
	for _, d := range def.DecoratorList {
		options, ok := dataclassOptions(a, info.mod, d)
		if !ok || len(def.DecoratorList) > 1 {
			return "it is decorated"
		}
		info.dataclass = true
		info.facts.Dataclass = options
	}
	if a.isNamedTuple(info) {
		info.dataclass = true
		info.facts.Dataclass = &Dataclass{Eq: true, Order: true, Frozen: true, Repr: true, Tuple: true}
	} else if why := a.classBase(info); why != "" {
		return why
	}
	if readsOwnNames(info) {
		return "its body computes with its own names"
	}
	for i, s := range def.Body {
		if why := a.classMember(info, s, i); why != "" {
			return why
		}
	}
	for _, methods := range []map[string]ast.Node{info.methods, info.setters} {
		for name, n := range methods {
			if usesSuper(n, info.mod.Scope) {
				return "it uses super() in another way than to call a method"
			}
			if IsSpecial(name) && info.exception && name != "__init__" && name != "__str__" && name != "__repr__" {
				return "it is an exception with special methods"
			}
		}
	}
	if info.named() {
		if why := info.namedTupleShape(); why != "" {
			return why
		}
	}
	return a.classFields(info)
}

// readsOwnNames reports whether the class body, outside of the bodies of its
// methods, reads a name that it binds, or has a comprehension, whose variables
// would be the body's.
func readsOwnNames(info *classInfo) bool {
	scopes := info.mod.Scope
	own := scopes.Scopes[info.def]
	found := false
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef:
			for _, e := range n.DecoratorList {
				if _, isName := e.(*ast.Name); isName {
					ast.Inspect(e, visit)
				}
			}
			ast.Inspect(n.Args, visit)
			return false
		case *ast.AsyncFunctionDef:
			ast.Inspect(n.Args, visit)
			return false
		case *ast.Lambda:
			return false
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp, *ast.NamedExpr:
			found = true
		case *ast.Name:
			if sym := scopes.Uses[n]; n.Ctx == ast.Load && sym != nil && sym.Scope == own && len(sym.Bindings) > 0 {
				found = true
			}
		}
		return !found
	}
	for _, s := range info.def.Body {
		ast.Inspect(s, visit)
	}
	return found
}

// plainExceptions are the builtin exception classes whose instances have no
// state but their arguments.
var plainExceptions = strings.Fields(`Exception ArithmeticError AssertionError BufferError LookupError IndexError KeyError
	MemoryError ReferenceError RuntimeError NotImplementedError RecursionError TypeError ValueError ZeroDivisionError
	OverflowError FloatingPointError EOFError`)

// classBase finds what a class derives from.
func (a *analysis) classBase(info *classInfo) string {
	bases := a.ownBases(info)
	if (info.abc || info.generic) && a.classValues[info.mod.Scope.Defs[info.def]] {
		return "it is abstract or generic, and used as a value"
	}
	if len(bases) == 0 {
		return ""
	}
	if len(bases) > 1 {
		return "it has several base classes"
	}
	if def := a.classNamed(info.mod, bases[0]); def != nil {
		base := a.classes[def]
		if base == nil {
			return "its base class is no struct"
		}
		if base.named() {
			return "it derives from a named tuple"
		}
		if base.dataclass != info.dataclass && (base.dataclass || info.dataclass && len(base.allFields()) > 0) {
			return "it is a dataclass and its base is not, or the reverse"
		}
		if info.dataclass && base.facts.Dataclass == nil {
			return "its base class is no struct"
		}
		if info.dataclass && base.facts.Dataclass.Frozen != info.facts.Dataclass.Frozen {
			return "it derives from a dataclass of another kind"
		}
		info.base, info.exception = base, base.exception
		return ""
	}
	name, ok := bases[0].(*ast.Name)
	if !ok {
		return "it has a base class"
	}
	sym := info.mod.Scope.Uses[name]
	if sym != nil && sym.Scope != nil || info.dataclass || !slices.Contains(plainExceptions, name.Id) {
		return "it has a base class"
	}
	info.exception = true
	info.facts.BaseException = name.Id
	return ""
}

func (a *analysis) classMember(info *classInfo, s ast.Stmt, i int) string {
	switch s := s.(type) {
	case *ast.FunctionDef:
		return a.classMethod(info, s, s.Name, s.Args, s.DecoratorList)
	case *ast.AsyncFunctionDef:
		return a.classMethod(info, s, s.Name, s.Args, s.DecoratorList)
	case *ast.Pass:
		return ""
	case *ast.ExprStmt:
		if c, ok := s.Value.(*ast.Constant); ok {
			if _, isText := c.Value.(string); isText && i == 0 || c.Value == any(ast.Ellipsis{}) {
				return ""
			}
		}
	case *ast.Assign:
		if len(s.Targets) == 1 {
			if name, ok := s.Targets[0].(*ast.Name); ok {
				if name.Id == "__slots__" && info.slots == nil && !info.dataclass && !info.exception {
					return info.readSlots(s.Value)
				}
				return a.classAttribute(info, name.Id, s, s.Value)
			}
		}
	case *ast.AnnAssign:
		name, ok := s.Target.(*ast.Name)
		switch {
		case !ok:
		case info.dataclass && !isClassVar(s.Annotation):
			if strings.HasPrefix(name.Id, "__") || info.field(name.Id) != nil || isInitVar(s.Annotation) {
				return "it has fields of a special kind"
			}
			field := Field{Name: name.Id, Decl: s}
			if !a.plainField(info.mod, s.Value, &field) {
				return "it has fields with defaults of a special kind"
			}
			field.KwOnly = field.KwOnly || info.facts.Dataclass.KwOnly
			info.fields[name.Id] = a.newCell()
			info.order = append(info.order, field)
			return ""
		case s.Value == nil:
			return "" // a mere declaration
		default:
			return a.classAttribute(info, name.Id, s, s.Value)
		}
	}
	return "its body has other statements than definitions and attributes"
}

func (a *analysis) classAttribute(info *classInfo, name string, s ast.Stmt, v ast.Expr) string {
	if a.bindsToInstances(info.mod, v) {
		return "it has class attributes that bind to instances"
	}
	if strings.HasPrefix(name, "__") || info.attrs[name] != nil || info.methods[name] != nil {
		return "it has class attributes of a special kind"
	}
	info.attrs[name] = a.newCell()
	info.facts.Attrs = append(info.facts.Attrs, Attr{Name: name, Decl: s})
	a.instanceDefault(info, name, s, v)
	return ""
}

// unsupportedMethods are special methods that make a class unlike a struct.
var unsupportedMethods = strings.Fields(`__new__ __init_subclass__ __class_getitem__ __getattr__ __getattribute__
	__setattr__ __delattr__ __set_name__ __get__ __set__ __delete__ __del__ __slots__ __instancecheck__
	__subclasscheck__ __subclasshook__ __reduce__ __reduce_ex__ __getstate__ __setstate__ __copy__ __deepcopy__
	__dir__ __prepare__ __mro_entries__ __replace__ __match_args__ __annotations__ __class__ __dict__`)

func (a *analysis) classMethod(info *classInfo, n ast.Node, name string, args *ast.Arguments, decorators []ast.Expr) string {
	facts := a.facts.Funcs[n]
	facts.Kind = InstanceMethod
	setter := false
	decorators = a.abstractMethod(info, name, decorators)
	if len(decorators) > 1 {
		return "it has decorated methods"
	}
	if len(decorators) == 1 && a.isAround(info.mod, n) && a.methodEnteredOnly(name, facts.Async) {
		facts.Around = true
	} else if len(decorators) == 1 {
		switch d := decorators[0].(type) {
		case *ast.Name:
			if !a.owner(info.mod).isBuiltin(d) {
				return "it has decorated methods"
			}
			switch d.Id {
			case "property":
				facts.Kind = Property
			case "staticmethod":
				facts.Kind = StaticMethod
			case "classmethod":
				facts.Kind = ClassMethod
			default:
				return "it has decorated methods"
			}
		case *ast.Attribute:
			owner, ok := d.Value.(*ast.Name)
			if !ok || owner.Id != name || d.Attr != "setter" || info.methods[name] == nil || a.facts.Funcs[info.methods[name]].Kind != Property {
				return "it has decorated methods"
			}
			facts.Kind, setter = Setter, true
		default:
			return "it has decorated methods"
		}
	}
	if facts.Kind == Property && (facts.Async || facts.Generator) {
		return "it has properties that are no plain functions"
	}
	if strings.HasPrefix(name, "__") && !IsSpecial(name) || slices.Contains(unsupportedMethods, name) || name == "__init__" && info.dataclass {
		return "it has special methods like " + name
	}
	positional := append(append([]*ast.Arg{}, args.Posonlyargs...), args.Args...)
	first := "self"
	if facts.Kind == ClassMethod {
		first = "cls"
	}
	if args.Kwarg != nil && IsSpecial(name) && name != "__init__" || facts.Kind != StaticMethod && (len(positional) == 0 || positional[0].Arg != first) {
		return "its methods take any arguments"
	}
	if facts.Kind != StaticMethod && info.mod.Scope.Defs[positional[0]].Assigned != 1 {
		return "self is assigned"
	}
	if setter {
		if info.setters[name] != nil {
			return "it defines a method twice"
		}
		info.setters[name] = n
		return ""
	}
	if info.methods[name] != nil || info.attrs[name] != nil {
		return "it defines a method twice"
	}
	info.methods[name] = n
	return ""
}
