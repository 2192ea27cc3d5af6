package infer

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A class that derives from typing.NamedTuple is a struct like a frozen
// dataclass, as long as nothing untyped gets hold of its instances, which would
// have to be tuples there.

// isNamedTuple reports whether a class derives from typing.NamedTuple alone.
func (a *analysis) isNamedTuple(info *classInfo) bool {
	return len(info.def.Bases) == 1 && a.owner(info.mod).libraryModule(info.def.Bases[0]) == "typing.NamedTuple"
}

// named reports whether instances are named tuples.
func (info *classInfo) named() bool { return info.dataclass && info.facts.Dataclass.Tuple }

// namedTupleShape tells why a named tuple is no struct, "" if it is one.
func (info *classInfo) namedTupleShape() string {
	if len(info.def.DecoratorList) > 0 || len(info.attrs) > 0 || len(info.order) == 0 {
		return "it is a named tuple with more than fields and methods, or with less"
	}
	defaults := false
	for _, field := range info.order {
		if strings.HasPrefix(field.Name, "_") || info.methods[field.Name] != nil || field.Factory != nil || defaults && field.Default == nil {
			return "it is a named tuple with fields of a special kind"
		}
		defaults = field.Default != nil
	}
	for name := range info.methods {
		if IsSpecial(name) && name != "__str__" && name != "__repr__" {
			return "it is a named tuple with special methods"
		}
		if strings.HasPrefix(name, "_") && tupleMembers[name] {
			return "it overrides a method of named tuples"
		}
	}
	return ""
}

// tupleMembers are the methods and attributes of every named tuple.
var tupleMembers = map[string]bool{"_make": true, "_asdict": true, "_replace": true, "_fields": true, "_field_defaults": true}

// tupleFields lists the types of the fields of a named tuple that is a struct,
// nil for what is none.
func (f *function) tupleFields(t types.Type) []types.Type {
	instance, ok := known(t).(*types.Instance)
	if !ok || !f.classes[instance.Class].named() {
		return nil
	}
	var fields []types.Type
	for _, field := range f.classes[instance.Class].order {
		fields = append(fields, f.classes[instance.Class].fields[field.Name])
	}
	return fields
}

// indexOf returns the place of the item that a constant index means.
func indexOf(items []types.Type, e ast.Expr) (int, bool) {
	i, ok := index(e)
	if i < 0 {
		i += len(items)
	}
	return i, ok && i >= 0 && i < len(items)
}

// ReplaceMethod returns o where a call is o._replace(field=v, ...).
func ReplaceMethod(e *ast.Call) (ast.Expr, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok || attr.Attr != "_replace" || len(e.Args) > 0 || hasStar(e) {
		return nil, false
	}
	return attr.Value, true
}
