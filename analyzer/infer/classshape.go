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
	if len(def.Keywords) > 0 {
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
	if why := a.classBase(info); why != "" {
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
			if special(name) && info.exception && name != "__init__" && name != "__str__" && name != "__repr__" {
				return "it is an exception with special methods"
			}
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
	name, ok := bases[0].(*ast.Name)
	if !ok {
		return "it has a base class"
	}
	if def := a.classNamed(info.mod, name); def != nil {
		base := a.classes[def]
		if base == nil {
			return "its base class is no struct"
		}
		if base.dataclass != info.dataclass && (base.dataclass || info.dataclass && len(base.allFields()) > 0) {
			return "it is a dataclass and its base is not, or the reverse"
		}
		if info.dataclass && base.facts.Dataclass.Frozen != info.facts.Dataclass.Frozen {
			return "it derives from a dataclass of another kind"
		}
		info.base, info.exception = base, base.exception
		return ""
	}
	sym := info.mod.Scope.Uses[name]
	if sym != nil && sym.Scope != nil || info.dataclass || !slices.Contains(plainExceptions, name.Id) {
		return "it has a base class"
	}
	info.exception = true
	info.facts.BaseException = name.Id
	return ""
}

// Dataclass is what the arguments of the decorator dataclass say.
type Dataclass struct {
	Eq, Order, Frozen, Repr, KwOnly, Slots bool
}

// dataclassOptions reads @dataclass, with its arguments if it has any.
func dataclassOptions(a *analysis, m *Module, d ast.Expr) (*Dataclass, bool) {
	options := &Dataclass{Eq: true, Repr: true}
	if call, ok := d.(*ast.Call); ok {
		if len(call.Args) > 0 {
			return nil, false
		}
		for _, k := range call.Keywords {
			c, ok := k.Value.(*ast.Constant)
			if !ok {
				return nil, false
			}
			on, ok := c.Value.(bool)
			if !ok {
				return nil, false
			}
			switch k.Arg {
			case "eq":
				options.Eq = on
			case "order":
				options.Order = on
			case "frozen":
				options.Frozen = on
			case "repr":
				options.Repr = on
			case "kw_only":
				options.KwOnly = on
			case "slots":
				options.Slots = on
			default:
				return nil, false
			}
		}
		if options.Order && !options.Eq {
			return nil, false
		}
		d = call.Func
	}
	return options, a.owner(m).libraryModule(d) == "dataclasses.dataclass"
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
				return info.classAttribute(name.Id, s)
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
			info.fields[name.Id] = newCell()
			info.order = append(info.order, field)
			return ""
		case s.Value == nil:
			return "" // a mere declaration
		default:
			return info.classAttribute(name.Id, s)
		}
	}
	return "its body has other statements than definitions and attributes"
}

func (info *classInfo) classAttribute(name string, s ast.Stmt) string {
	if strings.HasPrefix(name, "__") || info.attrs[name] != nil || info.methods[name] != nil {
		return "it has class attributes of a special kind"
	}
	info.attrs[name] = newCell()
	info.facts.Attrs = append(info.facts.Attrs, Attr{Name: name, Decl: s})
	return ""
}

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

// isClassVar reports whether an annotation is typing.ClassVar.
func isClassVar(e ast.Expr) bool { return annotates(e, "ClassVar") }

func isInitVar(e ast.Expr) bool {
	return annotates(e, "InitVar") || annotates(e, "KW_ONLY")
}

func annotates(e ast.Expr, form string) bool {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id == form
	case *ast.Attribute:
		return e.Attr == form
	case *ast.Subscript:
		return annotates(e.Value, form)
	case *ast.Constant:
		text, ok := e.Value.(string)
		return ok && strings.Contains(text, form)
	}
	return false
}

// plainField reads the default of a dataclass field: none, a constant, or a
// call of field() with arguments that are understood.
func (a *analysis) plainField(m *Module, e ast.Expr, field *Field) bool {
	switch e := e.(type) {
	case nil:
		return true
	case *ast.Constant, *ast.UnaryOp, *ast.BinOp, *ast.Name, *ast.Attribute, *ast.Tuple:
		field.Default = e
		return a.immutableDefault(m, e)
	case *ast.Call:
		if a.owner(m).libraryModule(e.Func) != "dataclasses.field" || len(e.Args) > 0 {
			return false
		}
		for _, k := range e.Keywords {
			c, isConstant := k.Value.(*ast.Constant)
			switch k.Arg {
			case "default":
				if !a.immutableDefault(m, k.Value) {
					return false
				}
				field.Default = k.Value
			case "default_factory":
				field.Factory = k.Value
			case "kw_only", "repr", "compare":
				on, ok := false, false
				if isConstant {
					on, ok = c.Value.(bool)
				}
				if !ok {
					return false
				}
				switch k.Arg {
				case "kw_only":
					field.KwOnly = on
				case "repr":
					field.NoRepr = !on
				case "compare":
					field.NoCompare = !on
				}
			default:
				return false
			}
		}
		return field.Default == nil || field.Factory == nil
	}
	return false
}

// immutableDefault reports whether a default is a constant, or what always gives
// the same object that nothing changes: the name of a constant of the module, a
// member of an enumeration.
func (a *analysis) immutableDefault(m *Module, e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.UnaryOp:
		_, ok := e.Operand.(*ast.Constant)
		return ok
	case *ast.BinOp:
		return isNumber(e)
	case *ast.Tuple:
		return len(e.Elts) == 0
	case *ast.Name:
		v := a.moduleConstant(m, e)
		tuple, ok := v.(*ast.Tuple)
		return v != nil && (a.immutableDefault(m, v) || ok && !slices.ContainsFunc(tuple.Elts, func(e ast.Expr) bool { return !a.immutableDefault(m, e) }))
	case *ast.Attribute:
		def := a.classNamed(m, e.Value)
		return def != nil && slices.ContainsFunc(def.Bases, isEnumBase) && assignsName(def.Body, e.Attr)
	}
	return false
}

// isNumber reports whether an expression calculates with numbers that are written out.
func isNumber(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		switch e.Value.(type) {
		case int64, float64:
			return true
		}
	case *ast.UnaryOp:
		return isNumber(e.Operand)
	case *ast.BinOp:
		return e.Op != ast.Div && e.Op != ast.Mod && e.Op != ast.FloorDiv && e.Op != ast.Pow && e.Op != ast.LShift &&
			e.Op != ast.RShift && isNumber(e.Left) && isNumber(e.Right)
	}
	return false
}

// moduleConstant returns what a variable of the module is assigned by the only
// statement that binds it; nil if it is none.
func (a *analysis) moduleConstant(m *Module, e *ast.Name) ast.Expr {
	sym := m.Scope.Uses[e]
	if sym == nil || sym.Scope != m.Scope.Module || len(sym.Bindings) != 1 {
		return nil
	}
	for _, s := range m.AST.Body {
		switch s := s.(type) {
		case *ast.Assign:
			if len(s.Targets) == 1 && ast.Node(s.Targets[0]) == sym.Bindings[0] && s.Range.End < e.Range.Start {
				return s.Value
			}
		case *ast.AnnAssign:
			if ast.Node(s.Target) == sym.Bindings[0] && s.Range.End < e.Range.Start {
				return s.Value
			}
		}
	}
	return nil
}

func isEnumBase(e ast.Expr) bool {
	name := ""
	switch e := e.(type) {
	case *ast.Name:
		name = e.Id
	case *ast.Attribute:
		name = e.Attr
	}
	return slices.Contains([]string{"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"}, name)
}

func assignsName(body []ast.Stmt, id string) bool {
	return slices.ContainsFunc(body, func(s ast.Stmt) bool {
		assign, ok := s.(*ast.Assign)
		if !ok || len(assign.Targets) != 1 {
			return false
		}
		name, ok := assign.Targets[0].(*ast.Name)
		return ok && name.Id == id
	})
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
	if len(decorators) == 1 {
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
	if strings.HasPrefix(name, "__") && !special(name) || slices.Contains(unsupportedMethods, name) || name == "__init__" && info.dataclass {
		return "it has special methods like " + name
	}
	positional := append(append([]*ast.Arg{}, args.Posonlyargs...), args.Args...)
	first := "self"
	if facts.Kind == ClassMethod {
		first = "cls"
	}
	if args.Kwarg != nil && (special(name) || facts.Kind != InstanceMethod) || facts.Kind != StaticMethod && (len(positional) == 0 || positional[0].Arg != first) {
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
				info.fields[name] = newCell()
				info.order = append(info.order, Field{Name: name, Decl: set[name]})
			}
		}
		if info.base != nil && info.base.method("__init__") != nil && !callsSuperInit(init.Body) && len(info.base.allFields()) > 0 {
			return "its __init__ does not call that of its base class"
		}
	}
	why := ""
	check := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			attr, ok := n.(*ast.Attribute)
			if !ok {
				return true
			}
			self, ok := attr.Value.(*ast.Name)
			if !ok || self.Id != "self" {
				return true
			}
			name := attr.Attr
			switch {
			case info.field(name) != nil, info.exception && (name == "args" || strings.HasPrefix(name, "__")):
			case attr.Ctx == ast.Load && (info.method(name) != nil || info.attr(name) != nil || name == "__class__"):
			case attr.Ctx == ast.Store && info.setter(name) != nil:
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

// alwaysSet calls set for each attribute of self that a block of __init__ sets
// on every way through it, in order.
func (a *analysis) alwaysSet(info *classInfo, body []ast.Stmt, set func(string, ast.Stmt), depth int) {
	target := func(e ast.Expr, s ast.Stmt) {
		if attr, ok := e.(*ast.Attribute); ok {
			if self, ok := attr.Value.(*ast.Name); ok && self.Id == "self" && info.setter(attr.Attr) == nil {
				set(attr.Attr, s)
			}
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
			// A helper method that __init__ calls.
			if call, ok := s.Value.(*ast.Call); ok && depth < 3 {
				if attr, ok := call.Func.(*ast.Attribute); ok {
					if self, ok := attr.Value.(*ast.Name); ok && self.Id == "self" {
						if helper, ok := info.methods[attr.Attr].(*ast.FunctionDef); ok && a.facts.Funcs[helper].Kind == InstanceMethod {
							a.alwaysSet(info, helper.Body, func(name string, _ ast.Stmt) { set(name, s) }, depth+1)
						}
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
