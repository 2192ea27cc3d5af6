package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

const enumPath = runtimePath + "pystd/enum"

// enumType is the Go form of an enumeration: a type that is represented as the
// values are, and a constant for each member.
type enumType struct {
	name *ir.Func // the method Name
	of   *ir.Func // finds a member by its value; nil until something calls it
	// member is the method that makes an object of a member which is a string or an
	// int as well; nil if no member is.
	member *ir.Func
}

// staticEnum declares the type, the constants and the methods of an enumeration.
func (f *function) staticEnum(n *ast.ClassDef) {
	s := f.program.structs[n]
	repr := ir.Type(ir.Int)
	if s.facts.Enum.Text {
		repr = ir.String
	}
	f.file.Decls = append(f.file.Decls, &ir.TypeDecl{Meta: f.meta(n), Doc: f.docstring(n.Body, n.Name), Name: s.name, Type: repr})
	for i, m := range s.facts.Enum.Members {
		v := s.attrs[m.Name].v
		v.Type = s.goType()
		f.program.constant[v] = true
		decl := &ir.VarDecl{Meta: ir.Meta{Range: m.Decl.Span(), Spaced: i == 0}, Var: v, Value: &ir.Lit{Value: m.Value}, Const: true}
		if !s.facts.Enum.Text {
			decl.Value = num(int(m.Value.(int64)))
		}
		decl.Lead, _ = f.comments.before(f.module, m.Decl, true)
		decl.Trail = f.comments.after(f.module, m.Decl)
		f.file.Decls = append(f.file.Decls, decl)
	}
	if s.value != nil {
		f.registerEnum(s)
	}
	f.enumName(s)
	f.methodDecls(s, n.Body)
}

// registerEnum makes the class object of an enumeration, and the method by which
// the runtime finds it.
func (f *function) registerEnum(s *structType) {
	members := &ir.Composite{Type: &ir.Slice{Elem: s.goType()}}
	for _, m := range s.facts.Enum.Members {
		members.Elems = append(members.Elems, ir.Element{Value: &ir.Ref{Var: s.attrs[m.Name].v}})
	}
	call := &ir.Call{Fun: &ir.Qual{Pkg: enumPath, Name: "Register"}, Args: []ir.Expr{f.fullName(s.class), members}}
	if s.enum.member != nil {
		call = &ir.Call{Fun: &ir.Qual{Pkg: enumPath, Name: mixedNames[s.facts.Enum.Mixed]}, Args: call.Args}
	}
	f.registerMembers(s, func(name string, v ir.Expr) {
		call.Args = append(call.Args, &ir.Composite{
			Type: &ir.Named{Pkg: pyPath, Name: "Kw"}, Elems: []ir.Element{{Name: "Name", Value: str(name)}, {Name: "Value", Value: v}},
		})
	})
	if len(call.Args) == 2 {
		f.file.Decls = append(f.file.Decls, &ir.VarDecl{Meta: ir.Meta{Spaced: true}, Var: s.value, Value: call, Infer: true})
	} else {
		f.global(s.value)
		f.assign(&ir.Ref{Var: s.value}, call)
	}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: ir.Meta{Spaced: true}, Doc: []string{"PyClass is the class of the members."},
		Name:    &ir.Func{Hint: "PyClass", Go: "PyClass", Method: true},
		Recv:    &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.goType()},
		Results: []*ir.Var{{Type: pointerTo(pyPath, "Class")}},
		Body:    []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Ref{Var: s.value}}}},
	})
	if s.enum.member == nil {
		return
	}
	recv := &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.goType()}
	find := &ir.Call{Fun: &ir.Qual{Pkg: enumPath, Name: "Member"}, Args: []ir.Expr{&ir.Ref{Var: s.value}, &ir.Ref{Var: recv}}}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: ir.Meta{Spaced: true}, Does: "is the member as an object, for those who do not know its type.",
		Name: s.enum.member, Recv: recv, Results: []*ir.Var{{Type: ir.Any}},
		Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{find}}},
	})
}

// mixedNames are the functions that make the classes of enumerations whose members
// are strings or ints as well.
var mixedNames = map[infer.MixedEnum]string{
	infer.IntEnum: "RegisterIntEnum", infer.StrEnum: "RegisterStrEnum", infer.MixedInt: "RegisterInt", infer.MixedStr: "RegisterStr",
}

// mixedEnum is the enumeration of type t if its members are strings or ints as well.
func (l *lowerer) mixedEnum(t types.Type) *structType {
	i, ok := t.(*types.Instance)
	if !ok || !i.Enum || l.structs[i.Class].enum.member == nil {
		return nil
	}
	return l.structs[i.Class]
}

// enumName declares the method that gives the name of a member.
func (f *function) enumName(s *structType) {
	recv := &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.goType()}
	sw := &ir.Switch{Tag: &ir.Ref{Var: recv}}
	for _, m := range s.facts.Enum.Members {
		sw.Cases = append(sw.Cases, ir.Case{
			Values: []ir.Expr{&ir.Ref{Var: s.attrs[m.Name].v}}, Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{str(m.Name)}}},
		})
	}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: ir.Meta{Spaced: true}, Doc: []string{"Name is the name of the member."},
		Name: s.enum.name, Recv: recv, Results: []*ir.Var{{Type: ir.String}},
		Body: []ir.Stmt{sw, &ir.Return{Values: []ir.Expr{str("")}}},
	})
}

// enumAttribute lowers the name and the value of a member.
func (f *function) enumAttribute(e *ast.Attribute) (value, bool) {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		return value{}, false
	}
	s := f.program.structs[class]
	if s.enum == nil {
		return value{}, false
	}
	switch e.Attr {
	case "name":
		x, _, _ := f.place(e.Value)
		return value{&ir.Call{Fun: &ir.MethodRef{X: x, Method: s.enum.name}}, types.Str}, true
	case "value":
		x, _, _ := f.place(e.Value)
		if s.facts.Enum.Text {
			return value{&ir.Convert{Type: ir.String, X: x}, types.Str}, true
		}
		return value{&ir.Convert{Type: ir.Int, X: x}, types.Int}, true
	}
	return value{}, false
}

// lookUp lowers the call of an enumeration with a value.
func (f *function) lookUp(s *structType, e *ast.Call) value {
	instance := f.program.instance(s.class)
	v := f.expr(e.Args[0])
	if v.typ == types.Str && s.facts.Enum.Text || v.typ == types.Int && !s.facts.Enum.Text {
		return value{&ir.Call{Fun: &ir.FuncRef{Func: f.enumLookup(s)}, Args: []ir.Expr{v.Expr}}, instance}
	}
	found := pyCall("Call", &ir.Ref{Var: s.value}, f.boxed(v))
	return value{f.to(instance, value{found, types.Any}), instance}
}

// enumLookup is the function that finds a member by its value.
func (f *function) enumLookup(s *structType) *ir.Func {
	if s.enum.of != nil {
		return s.enum.of
	}
	s.enum.of = &ir.Func{Hint: lowerFirst(s.class.Name) + "_of"}
	param := &ir.Var{Hint: "value", Type: ir.Int}
	if s.facts.Enum.Text {
		param.Type = ir.String
	}
	member := &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.goType()}
	known := ir.Case{Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Ref{Var: member}}}}}
	for _, m := range s.facts.Enum.Members {
		known.Values = append(known.Values, &ir.Ref{Var: s.attrs[m.Name].v})
	}
	invalid := &ir.Call{Fun: &ir.Qual{Pkg: enumPath, Name: "Invalid"}, Args: []ir.Expr{str(s.class.Name), &ir.Ref{Var: param}}}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: ir.Meta{Spaced: true}, Does: "finds the member with a value. It raises ValueError if there is none.",
		Name: s.enum.of, Params: []*ir.Var{param}, Results: []*ir.Var{{Type: s.goType()}},
		Body: []ir.Stmt{
			&ir.Switch{
				Init: &ir.Let{Vars: []*ir.Var{member}, Values: []ir.Expr{&ir.Convert{Type: s.goType(), X: &ir.Ref{Var: param}}}},
				Tag:  &ir.Ref{Var: member}, Cases: []ir.Case{known},
			},
			&ir.Do{X: &ir.Call{Fun: ir.Verbatim("panic"), Args: []ir.Expr{invalid}}},
		},
	})
	return s.enum.of
}

// isEnum reports whether values of type t are members of an enumeration that is
// a Go type.
func isEnum(t types.Type) bool {
	i, ok := t.(*types.Instance)
	return ok && i.Enum
}

// plainOperands are the operands of an operator, members that are strings or ints as
// well as these where the other is a string or number.
func (f *function) plainOperands(x, y value) (value, value) {
	a, b := f.plainMember(x), f.plainMember(y)
	if isBasic(a.typ) && isBasic(b.typ) {
		return a, b
	}
	return x, y
}

// plainMember is the string or int that a member is, or v.
func (f *function) plainMember(v value) value {
	s := f.program.mixedEnum(v.typ)
	switch {
	case s == nil:
		return v
	case s.facts.Enum.Text:
		return value{&ir.Convert{Type: ir.String, X: v.Expr}, types.Str}
	}
	return value{&ir.Convert{Type: ir.Int, X: v.Expr}, types.Int}
}

// shownMember is a member whose text is that of the string or int that it is, or v.
func (f *function) shownMember(v value) value {
	s := f.program.mixedEnum(v.typ)
	if s == nil || s.facts.Methods["__str__"] != nil || s.facts.Enum.Mixed != infer.StrEnum && s.facts.Enum.Mixed != infer.IntEnum {
		return v
	}
	return f.plainMember(v)
}
