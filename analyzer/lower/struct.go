package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// structType is the Go form of a static class.
//
// A class that no other derives from is a struct, and its instances are
// pointers to it. One that others derive from is a struct that theirs embed, and
// an interface: its values are carried as that, reach the fields by the method
// that gives the embedded struct, and methods that are overridden by the
// interface. The methods of the struct itself know the whole instance as its
// field self, where they need it.
type structType struct {
	name     *ir.TypeName
	iface    *ir.TypeName // nil if no class derives from it
	accessor *ir.Func     // the method of iface that gives the struct
	self     *ir.Var      // the field that holds the whole instance; nil if nothing needs it
	class    *ast.ClassDef
	base     *structType
	fields   []*structField // its own that each instance has
	later    []*structField // its own that an instance may not have
	init     *ir.Func       // the constructor; nil where a composite literal does
	setup    *ir.Func       // the method that is __init__ on an instance that a constructor has made; nil if none is needed
	value    *ir.Var        // the *py.Class; nil if nothing needs one
	attrs    map[string]*structField
	facts    *infer.Class
	enum     *enumType // nil if it is no enumeration
}

// structField is a field, or a class attribute.
type structField struct {
	name string
	typ  types.Type
	v    *ir.Var
	decl ast.Node
	fact infer.Field
	home *module  // that of its class
	read bool     // untyped code can read the class attribute
	has  *ir.Var  // the field that tells whether an instance has it; nil if v tells, or each instance has it
	must *ir.Func // the method that gives it or raises AttributeError; nil if each instance has it
}

// field finds a field of a class or of those that it derives from.
func (s *structType) field(name string) *structField {
	for ; s != nil; s = s.base {
		for _, fields := range [][]*structField{s.fields, s.later} {
			for _, f := range fields {
				if f.name == name {
					return f
				}
			}
		}
	}
	return nil
}

// allFields lists the fields of the bases and then its own.
func (s *structType) allFields() []*structField {
	if s == nil {
		return nil
	}
	return append(append([]*structField{}, s.base.allFields()...), s.fields...)
}

func (s *structType) attr(name string) *structField {
	for ; s != nil; s = s.base {
		if a := s.attrs[name]; a != nil {
			return a
		}
	}
	return nil
}

// alone reports whether a class neither derives from another nor has any derived from it.
func (s *structType) alone() bool { return s.base == nil && s.iface == nil }

// pointer is the Go type of a pointer to the struct, or of a member of an enumeration.
func (s *structType) pointer() ir.Type {
	if s.enum != nil {
		return &ir.Local{Name: s.name}
	}
	return &ir.Pointer{Elem: &ir.Local{Name: s.name}}
}

// goType is the Go type that carries instances.
func (s *structType) goType() ir.Type {
	if s.iface != nil {
		return &ir.Local{Name: s.iface}
	}
	return s.pointer()
}

// declareStruct names the struct, constructor and methods of a static class.
func (m *module) declareStruct(def *ast.ClassDef) {
	l := m.program
	facts := l.facts.Classes[def]
	if facts == nil || !facts.Static {
		return
	}
	s := &structType{name: &ir.TypeName{Hint: def.Name}, class: def, facts: facts, attrs: map[string]*structField{}}
	l.structs[def] = s
	if facts.Enum != nil {
		s.enum = &enumType{name: &ir.Func{Hint: "Name", Go: "Name", Method: true}}
		if facts.Enum.Mixed != infer.NotMixed {
			s.enum.member = &ir.Func{Hint: "PyBox", Go: "PyBox", Method: true}
		}
	}
	if facts.Base != nil {
		s.base = l.structs[facts.Base]
	}
	if facts.Subclassed {
		s.iface = &ir.TypeName{Hint: def.Name}
		s.name.Hint = def.Name + "_base"
		s.accessor = &ir.Func{Hint: "as_" + lowerFirst(def.Name), Method: true}
	}
	for name, n := range facts.Methods {
		m.declareMethod(s, name, n)
	}
	for name, n := range facts.Setters {
		m.declareMethod(s, "set_"+strings.TrimLeft(name, "_"), n)
	}
	initialize := l.facts.Method(def, "__init__")
	switch {
	case initialize != nil, !s.alone(), l.facts.Method(def, "__post_init__") != nil:
		s.init = &ir.Func{Hint: "new_" + def.Name}
	}
	if facts.Methods["__init__"] != nil && s.iface != nil {
		s.setup = &ir.Func{Hint: "init_" + lowerFirst(def.Name), Method: true}
	}
	if facts.Exception || facts.Registered || facts.Named {
		s.value = &ir.Var{Hint: lowerFirst(def.Name) + "_class", Type: pointerTo(pyPath, "Class"), Global: true}
		for b := s.base; b != nil && b.value == nil; b = b.base {
			b.value = &ir.Var{Hint: lowerFirst(b.class.Name) + "_class", Type: pointerTo(pyPath, "Class"), Global: true}
		}
	}
	for _, field := range facts.Fields {
		s.fields = append(s.fields, m.declareField(s, field))
	}
	for _, field := range facts.Later {
		s.later = append(s.later, m.declareLater(s, field))
	}
	for _, attr := range facts.Attrs {
		v := &ir.Var{Hint: lowerFirst(def.Name) + "_" + strings.TrimLeft(attr.Name, "_"), Global: true, Python: true}
		if s.enum != nil {
			v.Hint = lowerFirst(def.Name) + "_" + strings.ToLower(attr.Name)
		}
		l.fields[v] = attr.Name
		s.attrs[attr.Name] = &structField{name: attr.Name, typ: attr.Type, v: v, decl: attr.Decl, read: attr.Read}
	}
	if s.iface != nil && m.needsSelf(s) {
		s.self = &ir.Var{Hint: "self"}
		if s.base != nil {
			s.self.Hint = "self_" + lowerFirst(def.Name)
		}
	}
}

// declareField names a field.
func (m *module) declareField(s *structType, field infer.Field) *structField {
	v := &ir.Var{Hint: field.Name}
	name := s.class.Name
	plain := strings.TrimPrefix(field.Name, "_"+strings.TrimLeft(name, "_")+"__")
	switch {
	case plain == field.Name:
	case s.facts.Base == nil && !s.facts.Subclassed && s.facts.Methods[plain] == nil && s.field(plain) == nil:
		v.Hint = plain // a private name, without what makes it private
	default:
		v.Hint = lowerFirst(strings.TrimLeft(name, "_")) + "_" + plain
	}
	m.program.fields[v] = field.Name
	return &structField{name: field.Name, typ: field.Type, v: v, decl: field.Decl, fact: field, home: m}
}

// declareMethod names a method; those that override another share its name.
func (m *module) declareMethod(s *structType, name string, n ast.Node) {
	l := m.program
	facts := l.facts.Funcs[n]
	switch {
	case name == "__init__":
		return
	case facts.Kind == infer.StaticMethod || facts.Kind == infer.ClassMethod:
		l.funcs[n] = &ir.Func{Hint: lowerFirst(s.class.Name) + "_" + strings.Trim(name, "_")}
		return
	}
	hint := name
	if strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		hint = specialNames[name]
		if hint == "" {
			hint = strings.Trim(name, "_")
		}
	}
	if s.base != nil {
		if over := l.facts.Method(s.facts.Base, name); over != nil && l.funcs[over] != nil {
			l.funcs[n] = l.funcs[over]
			return
		}
	}
	l.funcs[n] = &ir.Func{Hint: hint, Method: true}
}

// specialNames are the Go names of special methods that are not just theirs
// without the underscores.
var specialNames = map[string]string{
	"__str__": "text", "__repr__": "repr", "__lt__": "less", "__le__": "less_equal", "__gt__": "greater", "__ge__": "greater_equal",
	"__eq__": "equal", "__ne__": "not_equal", "__len__": "length", "__getitem__": "item", "__setitem__": "set_item",
	"__delitem__": "delete_item", "__iter__": "iterate", "__next__": "next_item", "__bool__": "truth", "__call__": "call_self",
	"__aenter__": "enter_async", "__aexit__": "exit_async", "__aiter__": "iterate_async", "__anext__": "next_async",
	"__enter__": "enter", "__exit__": "exit",
}

// needsSelf reports whether a method of a class that others derive from uses
// self as a whole: to pass it on, or to call what may be overridden.
func (m *module) needsSelf(s *structType) bool {
	l := m.program
	needed := len(s.later) > 0 // AttributeError tells the class of the whole
	for _, methods := range []map[string]ast.Node{s.facts.Methods, s.facts.Setters} {
		for _, n := range methods {
			if l.facts.Funcs[n].Kind == infer.StaticMethod {
				continue
			}
			direct := map[*ast.Name]bool{}
			ast.Inspect(n, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Attribute:
					name, ok := n.Value.(*ast.Name)
					if !ok || name.Id != "self" {
						return true
					}
					method := l.facts.Method(s.class, n.Attr)
					if s.field(n.Attr) != nil || s.attr(n.Attr) != nil || method != nil && !l.facts.Funcs[method].Virtual {
						direct[name] = true
					}
				case *ast.Name:
					needed = needed || n.Id == "self" && !direct[n]
				}
				return true
			})
		}
	}
	return needed
}

// instance is the type of an instance of a static class.
func (l *lowerer) instance(def *ast.ClassDef) *types.Instance {
	if def == nil {
		return nil
	}
	facts := l.facts.Classes[def]
	return &types.Instance{Class: def, Base: l.instance(facts.Base), Enum: facts.Enum != nil}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
