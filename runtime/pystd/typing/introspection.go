package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// addIntrospection adds get_origin, get_args, get_type_hints and their like.
func addIntrospection(m *py.Module) {
	m.Func("get_origin(tp)", getOrigin)
	m.Func("get_args(tp)", getArgs)
	m.Func("get_type_hints(obj, globalns=None, localns=None, include_extras=False)",
		func(o, globals, locals, extras any) any { return typeHints(o, globals, locals, py.Truth(extras)) })
	m.Func("is_typeddict(tp)", func(t any) any {
		c, ok := t.(*py.Class)
		return ok && py.TypeOf(c) == typedDictMeta()
	})
	m.Func("is_protocol(tp, /)", func(t any) any {
		c, ok := t.(*py.Class)
		return ok && isProtocol(c) && c != Protocol()
	})
	m.Func("get_protocol_members(tp, /)", func(t any) any {
		c, ok := t.(*py.Class)
		if !ok || !isProtocol(c) || c == Protocol() {
			panic(exc.TypeError("%s is not a Protocol", py.Repr(t)))
		}
		return py.Call(py.FrozenSetClass, py.GetAttr(c, "__protocol_attrs__"))
	})
}

func getOrigin(t any) any {
	switch t := t.(type) {
	case *Alias:
		if t.name == "Annotated" {
			return annotatedForm
		}
		return t.origin
	case *Form:
		if t.origin != nil {
			return t.origin
		}
		return nil
	case *py.Class:
		if t == Generic() {
			return t
		}
		return nil
	case nil:
		return nil
	}
	switch {
	case py.TypeOf(t) == py.UnionClass:
		return py.UnionClass
	case py.HasAttr(t, "__origin__"):
		return py.GetAttr(t, "__origin__")
	}
	return nil
}

func getArgs(t any) any {
	var args py.Tuple
	switch t := t.(type) {
	case *Alias:
		if t.name == "Annotated" {
			return append(py.Tuple{t.origin}, t.metadata...)
		}
		args = t.args
		if t.name == "Callable" {
			return callableArguments(args)
		}
	case *py.Class, *Form, nil:
		return py.Tuple{}
	default:
		args, _ = py.GetAttrOr(t, "__args__", nil).(py.Tuple)
		if py.TypeOf(t).Name() == "_CallableGenericAlias" {
			return callableArguments(args)
		}
	}
	if args == nil {
		return py.Tuple{}
	}
	return args
}

// callableArguments puts the parameters of a Callable back into a list.
func callableArguments(args py.Tuple) any {
	last := len(args) - 1
	if last == 1 && args[0] == any(py.Ellipsis) {
		return args
	}
	return py.Tuple{py.ListOf(args[:last]...), args[last]}
}

// typeHints is get_type_hints: the annotations of an object with strings
// replaced by the types they name.
func typeHints(o, globals, locals any, extras bool) any {
	hints := py.DictOf[any, any]()
	add := func(annotations any, scope any) {
		for pair := range py.Iter(py.CallMethod(annotations, "items")) {
			item := pair.(py.Tuple)
			t := resolve(item[1], evaluator{globals: globals, locals: locals, owner: scope})
			if !extras {
				t = stripAnnotations(t)
			}
			hints.Set(item[0], t)
		}
	}
	if class, ok := o.(*py.Class); ok {
		mro := class.MRO()
		for i := len(mro) - 1; i >= 0; i-- {
			annotations := py.CallMethod(py.GetAttr(mro[i], "__dict__"), "get", "__annotations__")
			if annotations != nil {
				add(annotations, mro[i])
			}
		}
		return hints
	}
	annotations := py.GetAttrOr(o, "__annotations__", nil)
	if annotations == nil {
		switch o.(type) {
		case *py.Function, *py.Method, *py.Module:
			return hints
		}
		if py.TypeOf(o) == py.BuiltinFunctionClass {
			return hints
		}
		panic(exc.TypeError("%s is not a module, class, method, or function.", py.Repr(o)))
	}
	add(annotations, o)
	return hints
}

// resolve replaces None and forward references in a type.
func resolve(t any, e evaluator) any {
	switch t := t.(type) {
	case nil:
		return py.NoneClass
	case string:
		return e.evaluate(t)
	case *ForwardRef:
		return e.evaluate(t.text)
	case *Alias:
		resolved := *t
		resolved.args = make(py.Tuple, len(t.args))
		changed := false
		for i, arg := range t.args {
			resolved.args[i] = arg
			if t.name != "Literal" {
				resolved.args[i] = resolve(arg, e)
			}
			changed = changed || resolved.args[i] != arg && !py.Is(resolved.args[i], arg)
		}
		if !changed {
			return t
		}
		if t.name == "Annotated" {
			resolved.origin = resolved.args[0]
		}
		return &resolved
	}
	return t
}

// stripAnnotations removes Annotated, Required, NotRequired and ReadOnly.
func stripAnnotations(t any) any {
	a, ok := t.(*Alias)
	if !ok {
		if py.TypeOf(t) == py.GenericAliasClass {
			args := py.GetAttr(t, "__args__").(py.Tuple)
			stripped := make(py.Tuple, len(args))
			same := true
			for i, arg := range args {
				stripped[i] = stripAnnotations(arg)
				same = same && py.Is(stripped[i], arg)
			}
			if !same {
				return py.NewGenericAlias(py.GetAttr(t, "__origin__"), stripped)
			}
		}
		return t
	}
	switch a.name {
	case "Annotated", "Required", "NotRequired", "ReadOnly":
		return stripAnnotations(a.args[0])
	case "Literal":
		return a
	}
	stripped := *a
	stripped.args = make(py.Tuple, len(a.args))
	same := true
	for i, arg := range a.args {
		stripped.args[i] = stripAnnotations(arg)
		same = same && py.Is(stripped.args[i], arg)
	}
	if same {
		return a
	}
	return &stripped
}
