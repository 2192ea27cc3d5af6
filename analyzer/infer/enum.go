package infer

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Enum is an enumeration whose members are constants of a Go type of its own: it
// derives from enum.Enum alone, or is one of strings or ints, and its members have
// ints or strings as values, no two the same.
type Enum struct {
	Text    bool // the values are strings
	Members []Member
	// Mixed tells that the members are strings or ints as well: those who do not
	// know their Go type get objects of a class for them.
	Mixed MixedEnum
}

// MixedEnum is how an enumeration is one of strings or ints.
type MixedEnum uint8

// The ways of deriving an enumeration.
const (
	NotMixed MixedEnum = iota // (Enum)
	IntEnum                   // (IntEnum)
	StrEnum                   // (StrEnum)
	MixedInt                  // (int, Enum)
	MixedStr                  // (str, Enum)
)

func (m MixedEnum) ofText() bool { return m == StrEnum || m == MixedStr }

// Member is a member of an enumeration.
type Member struct {
	Name  string
	Value any // an int64 or a string
	Decl  *ast.Assign
}

// enumBases tells whether a class derives from enum.Enum and nothing else than str
// or int.
func (a *analysis) enumBases(info *classInfo) (mixed MixedEnum, ok bool) {
	owner, bases := a.owner(info.mod), info.def.Bases
	switch len(bases) {
	case 1:
		switch owner.libraryModule(bases[0]) {
		case "enum.Enum":
			return NotMixed, true
		case "enum.IntEnum":
			return IntEnum, true
		case "enum.StrEnum":
			return StrEnum, true
		}
	case 2:
		name, isName := bases[0].(*ast.Name)
		if !isName || !owner.isBuiltin(name) || owner.libraryModule(bases[1]) != "enum.Enum" {
			return NotMixed, false
		}
		switch name.Id {
		case "int":
			return MixedInt, true
		case "str":
			return MixedStr, true
		}
	}
	return NotMixed, false
}

func (a *analysis) isEnum(info *classInfo) bool {
	_, ok := a.enumBases(info)
	return ok
}

// enumShape is classShape for an enumeration.
func (a *analysis) enumShape(info *classInfo) string {
	mixed, _ := a.enumBases(info)
	info.enum = &Enum{Mixed: mixed}
	owner := a.owner(info.mod)
	for _, d := range info.def.DecoratorList {
		if owner.libraryModule(d) != "enum.unique" {
			return "it is decorated"
		}
	}
	for i, s := range info.def.Body {
		if assign, ok := s.(*ast.Assign); ok {
			if why := a.enumMember(info, assign); why != "" {
				return why
			}
			continue
		}
		if why := a.classMember(info, s, i); why != "" {
			return why
		}
	}
	if len(info.enum.Members) == 0 {
		return "it is an enumeration without members"
	}
	for name, n := range info.methods {
		if strings.HasPrefix(name, "_") && name != "__str__" || info.enum.attribute(name) != nil || name == "mro" || usesSuper(n, info.mod.Scope) {
			return "it is an enumeration with methods of a special kind"
		}
	}
	if len(info.setters) > 0 {
		return "it is an enumeration with attributes of its own"
	}
	return ""
}

// enumMember adds a member.
func (a *analysis) enumMember(info *classInfo, s *ast.Assign) string {
	const why = "it is an enumeration with members of a special kind"
	name, ok := s.Targets[0].(*ast.Name)
	if !ok || len(s.Targets) > 1 || strings.HasPrefix(name.Id, "_") || info.enum.attribute(name.Id) != nil || name.Id == "mro" ||
		info.attrs[name.Id] != nil || info.methods[name.Id] != nil {
		return why
	}
	v := a.memberValue(info, name.Id, s.Value)
	_, isText := v.(string)
	if mixed := info.enum.Mixed; mixed != NotMixed && (v == "" || v == int64(0) || isText != mixed.ofText()) {
		return why // a false member is not like those of other enumerations
	}
	if v == nil || len(info.enum.Members) > 0 && isText != info.enum.Text {
		return why
	}
	if slices.ContainsFunc(info.enum.Members, func(m Member) bool { return m.Value == v }) {
		return "it is an enumeration with aliases"
	}
	info.enum.Text = isText
	info.enum.Members = append(info.enum.Members, Member{name.Id, v, s})
	info.attrs[name.Id] = a.newCell()
	info.facts.Attrs = append(info.facts.Attrs, Attr{Name: name.Id, Decl: s})
	return ""
}

// memberValue is the value of a member where it is a small int, a string, or
// auto(), which is one more than the greatest before or, of a StrEnum, the name in
// lower case; nil if it is anything else.
func (a *analysis) memberValue(info *classInfo, name string, e ast.Expr) any {
	sign := int64(1)
	if minus, ok := e.(*ast.UnaryOp); ok && minus.Op == ast.USub {
		sign, e = -1, minus.Operand
	}
	switch e := e.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case int64:
			if bits.Len64(uint64(v)) <= 31 {
				return sign * v
			}
		case string:
			if sign > 0 {
				return v
			}
		}
	case *ast.Call:
		if a.owner(info.mod).libraryModule(e.Func) != "enum.auto" || len(e.Args)+len(e.Keywords) > 0 || sign < 0 ||
			info.enum.Mixed == MixedStr || info.enum.Text && info.enum.Mixed != StrEnum {
			return nil
		}
		if info.enum.Mixed == StrEnum {
			return strings.ToLower(name)
		}
		next := int64(1)
		for i, m := range info.enum.Members {
			if v := m.Value.(int64); i == 0 || v >= next {
				next = v + 1
			}
		}
		return next
	}
	return nil
}

// attribute is the type of an attribute that members have as such: nil if it is
// none, or e is nil.
func (e *Enum) attribute(name string) types.Type {
	switch {
	case e == nil:
		return nil
	case name == "name":
		return types.Str
	case name == "value":
		return e.valueType()
	}
	return nil
}

func (e *Enum) valueType() types.Type {
	if e.Text {
		return types.Str
	}
	out := integer{1, true}
	for _, m := range e.Members {
		v, isInt := m.Value.(int64)
		if !isInt {
			continue
		}
		out.nonneg = out.nonneg && v >= 0
		out.bits = max(out.bits, bits.Len64(uint64(max(v, -v))))
	}
	return out
}

// lookUp interprets the call of an enumeration with a value.
func (f *function) lookUp(info *classInfo, e *ast.Call) {
	if len(e.Args) != 1 || len(e.Keywords) > 0 || hasStar(e) {
		f.demote(info.def, "it is called with other arguments than a value")
		return
	}
	t := f.expr(e.Args[0])
	i, isInt := known(t).(integer)
	switch {
	case t == types.Never, info.enum.Text && t == types.Str, !info.enum.Text && isInt && i.bits < wide:
		return
	}
	f.escape(t)
	f.expose(f.instance(info.def)) // the class object finds it
}

// listMembers writes out the members where a module goes through one of its
// enumerations, in loops and in the arguments of builtin functions.
func (a *analysis) listMembers(m *Module) {
	enums := map[*scope.Symbol]*Enum{}
	for _, s := range m.AST.Body {
		def, ok := s.(*ast.ClassDef)
		if !ok {
			continue
		}
		info := a.newClassInfo(m, def)
		if sym := m.Scope.Defs[def]; sym.Assigned != 1 || !a.isEnum(info) || a.classShape(info) != "" {
			continue
		}
		enums[m.Scope.Defs[def]] = info.enum
		for _, n := range info.methods {
			if a.facts.Funcs[n].Kind == ClassMethod {
				enums[m.Scope.Defs[ast.ArgumentsOf(n).All()[0]]] = info.enum
			}
		}
	}
	replace := func(e *ast.Expr) {
		name, ok := (*e).(*ast.Name)
		if !ok || enums[m.Scope.Uses[name]] == nil {
			return
		}
		list := &ast.List{Base: name.Base, Ctx: ast.Load}
		for _, member := range enums[m.Scope.Uses[name]].Members {
			class := &ast.Name{Base: name.Base, Id: name.Id, Ctx: ast.Load}
			m.Scope.Uses[class] = m.Scope.Uses[name]
			list.Elts = append(list.Elts, &ast.Attribute{Base: name.Base, Value: class, Attr: member.Name, Ctx: ast.Load})
		}
		delete(m.Scope.Uses, name)
		*e = list
	}
	owner := a.owner(m)
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.For:
			replace(&n.Iter)
		case *ast.Comprehension:
			replace(&n.Iter)
		case *ast.Call:
			name, ok := n.Func.(*ast.Name)
			if !ok || !iterating[name.Id] || !owner.isBuiltin(name) {
				break
			}
			for i := range n.Args {
				replace(&n.Args[i])
			}
		}
		return true
	})
}

// iterating are the builtin functions that do nothing with their positional
// arguments but to go through them or count them.
var iterating = map[string]bool{
	"list": true, "tuple": true, "set": true, "frozenset": true, "sorted": true, "enumerate": true, "zip": true,
	"len": true, "reversed": true,
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

// plainValue is the type of the string or int that a member is for an operator.
func (f *function) plainValue(t types.Type) types.Type {
	if i, ok := known(t).(*types.Instance); ok && f.mixed[i.Class] {
		return f.classes[i.Class].enum.valueType()
	}
	return t
}
