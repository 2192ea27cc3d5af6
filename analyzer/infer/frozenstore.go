package infer

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// FrozenStore splits object.__setattr__(self, "name", v), by which __post_init__ sets
// the fields of a frozen dataclass. The name is "" for another call.
//
// https://docs.python.org/3.13/library/dataclasses.html#frozen-instances
func FrozenStore(e *ast.Call) (self *ast.Name, name string, v ast.Expr) {
	fn, ok := e.Func.(*ast.Attribute)
	if !ok || fn.Attr != "__setattr__" || len(e.Args) != 3 || len(e.Keywords) > 0 || !IsSelf(e.Args[0]) || hasStar(e) {
		return nil, "", nil
	}
	object, ok := fn.Value.(*ast.Name)
	constant, isConstant := e.Args[1].(*ast.Constant)
	if !ok || object.Id != "object" || !isConstant {
		return nil, "", nil
	}
	name, _ = constant.Value.(string)
	return e.Args[0].(*ast.Name), name, e.Args[2]
}

// storeFrozen interprets such a call in the __post_init__ of a static class that has
// the field.
func (f *function) storeFrozen(e *ast.Call) bool {
	_, name, v := FrozenStore(e)
	facts := f.facts.Funcs[f.node]
	if name == "" || facts == nil || facts.Method == nil || !f.isBuiltin(e.Func.(*ast.Attribute).Value.(*ast.Name)) {
		return false
	}
	info := f.classes[facts.Method]
	if info == nil || info.method("__post_init__") != f.node || info.field(name) == nil {
		return false
	}
	f.expr(e.Args[0])
	f.join(info.field(name), f.expr(v))
	f.facts.storesFrozen[e] = true
	return true
}
