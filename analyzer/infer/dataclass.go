package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Dataclass is what the arguments of the decorator dataclass say, or what a
// class that derives from typing.NamedTuple is in these terms.
type Dataclass struct {
	Eq, Order, Frozen, Repr, KwOnly, Slots bool
	Tuple                                  bool // its instances are named tuples
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
		if a.owner(m).libraryModule(e.Func) != "dataclasses.field" {
			field.Default = e
			return a.makesImmutable(m, e)
		}
		if len(e.Args) > 0 {
			return false
		}
		for _, k := range e.Keywords {
			c, isConstant := k.Value.(*ast.Constant)
			switch k.Arg {
			case "default":
				if !a.immutableDefault(m, k.Value) && !a.makesImmutable(m, k.Value) {
					return false
				}
				field.Default = k.Value
			case "default_factory":
				field.Factory = k.Value
			case "kw_only", "repr", "compare", "init":
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
				case "init":
					field.NoInit = !on
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

// makesImmutable reports whether a default is made by a function of the library
// whose result can be a default: it is no container that can be changed.
func (a *analysis) makesImmutable(m *Module, e ast.Expr) bool {
	call, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	signatures := api.Signatures(a.owner(m).libraryModule(call.Func))
	return len(signatures) > 0 && !slices.ContainsFunc(signatures, func(s *api.Signature) bool {
		switch t := s.Result.(type) {
		case *types.Object:
			return false
		case types.Kind:
			return t == types.Any
		}
		return true
	})
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

// constructDataclass joins the arguments of a call of a static dataclass into
// its fields, and reports whether it is known which argument goes where.
func (f *function) constructDataclass(info *classInfo, e *ast.Call) bool {
	ps := &parameters{}
	add := func(field Field) {
		c := f.parameterOf(info, field)
		ps.named = append(ps.named, &parameter{
			name: field.Name, byName: true, needed: field.Default == nil && field.Factory == nil,
			join: func(t types.Type) { f.join(c, t) },
			joinKnown: func(t types.Type) {
				f.declare(c.annotated, t)
				f.join(c, t)
			},
		})
	}
	fields := info.allFields()
	for _, field := range fields {
		if field.Positional() {
			add(field)
		}
	}
	ps.positional = len(ps.named)
	for _, field := range fields {
		if !field.Positional() && !field.NoInit {
			add(field)
		}
	}
	f.fieldDefaults(info)
	if n := info.method("__post_init__"); n != nil && len(ast.ArgumentsOf(n).All()) != 1 {
		f.demote(info.def, "its __post_init__ takes arguments")
	}
	return f.bindArguments(e, ps)
}

// parameterOf is the cell of a field of a dataclass that its constructor sets.
func (a *analysis) parameterOf(info *classInfo, field Field) *cell {
	c := info.field(field.Name)
	if c.annotated == nil {
		c.annotated = a.owner(info.fieldModule(field.Name)).annotation(field.Decl.(*ast.AnnAssign).Annotation)
	}
	return c
}

// replaced interprets dataclasses.replace(o, field=v, ...) of an instance of a
// static class alone, and the method _replace of named tuples.
func (f *function) replaced(e *ast.Call) (types.Type, bool) {
	original, isMethod := ReplaceMethod(e)
	if !isMethod {
		if len(e.Args) != 1 || hasStar(e) {
			return nil, false
		}
		if name, _ := f.entryName(e); name != "dataclasses.replace" {
			return nil, false
		}
		original = e.Args[0]
	}
	t := known(f.expr(original))
	if t == types.Never {
		return t, true
	}
	instance, ok := t.(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	if info.named() != isMethod || !info.dataclass || info.base != nil || len(info.derived) > 0 || info.method("__post_init__") != nil ||
		len(info.later) > 0 || slices.ContainsFunc(info.order, func(x Field) bool { return x.NoInit }) ||
		slices.ContainsFunc(e.Keywords, func(k *ast.Keyword) bool { return info.field(k.Arg) == nil }) {
		return nil, false
	}
	for _, k := range e.Keywords {
		f.join(info.field(k.Arg), f.expr(k.Value))
	}
	return instance, true
}

// fieldDefaults joins the defaults of a dataclass into its fields.
func (f *function) fieldDefaults(info *classInfo) {
	for _, field := range info.allFields() {
		owner := f.owner(info.fieldModule(field.Name))
		var t types.Type
		switch {
		case field.Default != nil:
			t = owner.expr(field.Default)
		case field.Factory != nil:
			t = owner.factory(field)
		default:
			continue
		}
		owner.declare(owner.annotation(field.Decl.(*ast.AnnAssign).Annotation), t)
		f.join(info.field(field.Name), t)
	}
}

// factory is the type of what the default factory of a field makes.
func (f *function) factory(field Field) types.Type {
	if t := f.madeBy(field.Factory); t != nil {
		return t
	}
	f.escape(f.expr(field.Factory))
	return types.Any
}
