package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// setattr(o, name, v), vars(o), o.__dict__ and object.__setattr__(o, name, v) reach
// all attributes of o. Of what type o is tells whose attributes these can be.

// reflects reports whether a function sets or gives attributes of its first
// argument by names that are not written as attributes.
func (f *function) reflects(fn ast.Expr) bool {
	switch fn := fn.(type) {
	case *ast.Name:
		return api.ReachesAttributes(fn.Id) && f.isBuiltin(fn)
	case *ast.Attribute:
		class, ok := fn.Value.(*ast.Name)
		return ok && api.ReachesAttributes(class.Id+"."+fn.Attr) && f.isBuiltin(class)
	}
	return false
}

// reflected is told that all attributes of the value of an expression can be read
// and set: an instance of a static class is none, then, and untyped code may have
// one of any class.
func (f *function) reflected(e ast.Expr) {
	if f.libraryModule(e) != "" || f.isDynamicSelf(e) {
		return
	}
	if info := f.classOf(e); info != nil {
		f.demote(info.def, "its attributes are reached by name")
		return
	}
	switch t := strip(known(f.expr(e))).(type) {
	case *types.Instance:
		f.demote(t.Class, "its attributes are reached by name")
	case types.Kind:
		if t == types.Any || t == types.Function || t == types.Callable {
			f.reflectedAny()
		}
	case *types.List, *types.Set, *types.Dict, *types.Tuple, *types.Library, *types.Object, *types.Module:
	default:
		f.reflectedAny()
	}
}

func (f *function) reflectedAny() {
	f.untypedRead("*")
	f.untypedStore("*")
}

// reflectsCall reports whether a call reaches all attributes of its first argument.
func (f *function) reflectsCall(e *ast.Call) bool {
	return f.reflects(e.Func) && len(e.Args) > 0 && !hasStar(e)
}
