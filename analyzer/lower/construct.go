package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// constructStatic lowers a call of a static class.
func (f *function) constructStatic(e *ast.Call) (value, bool) {
	s := f.structOf(e.Func)
	if s == nil {
		return value{}, false
	}
	if s.enum != nil {
		return f.lookUp(s, e), true
	}
	instance := f.program.instance(s.class)
	var args []ir.Expr
	n := f.program.facts.Method(s.class, "__init__")
	switch {
	case s.facts.Dataclass != nil:
		values, ok := f.dataclassValues(s, e)
		if !ok {
			return f.constructThrough(s, e), true
		}
		if s.init == nil {
			return value{f.structLiteral(s, values), instance}, true
		}
		for _, field := range s.allFields() {
			if !field.setAfterInit() {
				args = append(args, values[field])
			}
		}
	case n != nil:
		var ok bool
		if args, ok = f.bindArguments(f.program.definition(n), e); !ok {
			return f.constructThrough(s, e), true
		}
	case s.facts.Exception:
		a := f.arguments(e, nil)
		if s.init == nil {
			lit := f.newStruct(s, nil)
			lit.Elems[0].Value = &ir.Call{Fun: py("ExceptionOf"), Args: append([]ir.Expr{&ir.Ref{Var: s.value}}, a.positional...), Spread: a.spread}
			return value{lit, instance}, true
		}
		args = []ir.Expr{&ir.Call{Fun: py("TupleOf"), Args: a.positional, Spread: a.spread}}
	case s.init == nil:
		return value{f.newStruct(s, nil), instance}, true
	}
	call := &ir.Call{Fun: &ir.FuncRef{Func: s.init}, Args: args}
	if f.constructorFails(s) {
		return f.fallible(call, instance, lowerFirst(s.class.Name)), true
	}
	return value{call, instance}, true
}

// dataclassValues lowers the arguments of a call of a static dataclass to the
// values of its fields, if it is known which argument is for which field.
func (f *function) dataclassValues(s *structType, e *ast.Call) (map[*structField]ir.Expr, bool) {
	var positional []*structField
	for _, field := range s.allFields() {
		if field.fact.Positional() {
			positional = append(positional, field)
		}
	}
	passed := f.passedArguments(e)
	by := map[*structField]bool{}
	for i := range passed {
		p := &passed[i]
		switch {
		case p.open, p.keyword == "" && i >= len(positional):
			return nil, false
		case p.keyword == "":
			p.field = positional[i]
		default:
			if p.field = s.field(p.keyword); p.field == nil || p.field.fact.NoInit {
				return nil, false
			}
		}
		if by[p.field] {
			return nil, false
		}
		by[p.field] = true
	}
	all := s.allFields()
	for _, field := range all {
		if !by[field] && field.fact.Default == nil && field.fact.Factory == nil && !field.fact.NoInit {
			return nil, false
		}
	}
	values := map[*structField]ir.Expr{}
	for i, v := range f.passedValues(passed, func(i int) types.Type { return passed[i].field.typ }) {
		field := passed[i].field
		values[field] = f.to(field.typ, v)
	}
	for _, field := range all {
		if !by[field] {
			values[field] = f.fieldDefault(field)
		}
	}
	return values, true
}

// setAfterInit reports whether __post_init__ gives the field of a dataclass its value.
func (field *structField) setAfterInit() bool {
	return field.fact.NoInit && field.fact.Default == nil && field.fact.Factory == nil
}

// evaluateFieldDefaults evaluates the defaults of a dataclass that are made by
// calls, once, as the class statement does.
func (f *function) evaluateFieldDefaults(s *structType) {
	for _, field := range s.fields {
		call, ok := field.fact.Default.(*ast.Call)
		if !ok || s.attrs[field.name] != nil {
			continue
		}
		x := f.expr(call)
		v := &ir.Var{Hint: lowerFirst(s.class.Name) + "_" + field.name, Type: f.goType(x.typ), Global: true}
		f.program.defaults[call] = v
		f.global(v)
		f.assign(&ir.Ref{Var: v}, x.Expr)
	}
}

// fieldDefault is the default of a dataclass field: a constant, or what its
// factory makes.
func (f *function) fieldDefault(field *structField) ir.Expr {
	if field.home != f.module {
		// Its names are those of the module of the class.
		f = &function{module: field.home, scope: field.home.Scope.Module, block: f.block}
	}
	if e := field.fact.Default; e != nil {
		if v := f.program.defaults[e]; v != nil {
			return f.to(field.typ, value{&ir.Ref{Var: v}, f.typeOf(e)})
		}
		return f.to(field.typ, f.exprFor(e, field.typ))
	}
	if field.setAfterInit() {
		return nil
	}
	if made := f.program.facts.Made(field.fact.Factory); made != nil {
		return f.to(field.typ, f.exprFor(made, field.typ))
	}
	return f.to(field.typ, value{pyCall("Call", f.boxed(f.expr(field.fact.Factory))), types.Any})
}

// replaced lowers dataclasses.replace(o, field=v, ...), and the method _replace
// of a named tuple, to a copy of the struct.
func (f *function) replaced(e *ast.Call) (value, bool) {
	t, ok := f.typeOf(e).(*types.Instance)
	if !ok {
		return value{}, false
	}
	original, isMethod := infer.ReplaceMethod(e)
	s := f.program.structs[t.Class]
	switch {
	case isMethod:
		if i, ok := f.typeOf(original).(*types.Instance); !ok || i.Class != t.Class || !s.named() {
			return value{}, false
		}
	case len(e.Args) == 1:
		if name, _ := f.entryName(e); name != "dataclasses.replace" {
			return value{}, false
		}
		original = e.Args[0]
	default:
		return value{}, false
	}
	exprs := []ast.Expr{original}
	fields := []*structField{nil}
	for _, k := range e.Keywords {
		exprs, fields = append(exprs, k.Value), append(fields, s.field(k.Arg))
	}
	values := f.operandsFor(exprs, func(i int) types.Type {
		if i == 0 {
			return nil
		}
		return fields[i].typ
	})
	copied := &ir.Var{Hint: instanceHint(s), Type: &ir.Local{Name: s.name}}
	f.emit(&ir.Let{Vars: []*ir.Var{copied}, Values: []ir.Expr{&ir.Unary{Op: "*", X: values[0].Expr}}})
	if s.facts.Open {
		f.assign(&ir.Select{X: &ir.Ref{Var: copied}, Name: "Attributes"}, &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Attributes"}})
	}
	for i, field := range fields {
		if i > 0 {
			f.assign(&ir.FieldRef{X: &ir.Ref{Var: copied}, Field: field.v}, f.to(field.typ, values[i]))
		}
	}
	return value{&ir.Unary{Op: "&", X: &ir.Ref{Var: copied}}, t}, true
}
