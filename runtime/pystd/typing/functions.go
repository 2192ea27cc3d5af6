package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// overloads are the functions that overload has seen, by module and name.
var overloads = map[[2]string][]any{}

func overloadKey(f any) [2]string {
	return [2]string{py.Str(py.GetAttrOr(f, "__module__", "")), py.Str(py.GetAttrOr(f, "__qualname__", ""))}
}

func identity(v any) any { return v }

// mark makes a decorator that sets an attribute to True where that is possible.
func mark(attribute string) func(v any) any {
	return func(v any) any {
		err := py.Try(func() error {
			py.SetAttr(v, attribute, true)
			return nil
		})
		if err != nil && !py.Matches(err, py.Tuple{py.AttributeError, py.TypeError}) {
			panic(err)
		}
		return v
	}
}

func runtimeCheckable(cls any) any {
	c, ok := cls.(*py.Class)
	if !ok || !isProtocol(c) {
		panic(exc.TypeError("@runtime_checkable can be only applied to protocol classes, got %s", py.Repr(cls)))
	}
	py.SetAttr(c, "_is_runtime_protocol", true)
	return c
}

// addDecorators adds the decorators and functions that checkers know and that
// do little at run time.
func addDecorators(m *py.Module) {
	dummy := py.Func("_overload_dummy(*args, **kwds)", func(_, _ any) any {
		panic(exc.NotImplementedError("You should not call an overloaded function. " +
			"A series of @overload-decorated functions outside a stub module should always be followed " +
			"by an implementation that is not @overload-ed."))
	}).Module("typing")
	m.Func("cast(typ, val)", func(_, v any) any { return v })
	m.Func("overload(func)", func(f any) any {
		key := overloadKey(f)
		overloads[key] = append(overloads[key], f)
		return dummy
	})
	m.Func("get_overloads(func)", func(f any) any { return py.ListOf(overloads[overloadKey(f)]...) })
	m.Func("clear_overloads()", func() any {
		clear(overloads)
		return nil
	})
	m.Func("final(f)", mark("__final__"))
	m.Func("override(method, /)", mark("__override__"))
	m.Func("no_type_check(arg)", mark("__no_type_check__"))
	m.Func("runtime_checkable(cls)", runtimeCheckable)
	m.Func("assert_type(val, typ, /)", func(v, _ any) any { return v })
	m.Func("assert_never(arg, /)", func(v any) any {
		panic(exc.AssertionError("Expected code to be unreachable, but got: %s", shorten(py.Repr(v))))
	})
	m.Func("reveal_type(obj, /)", func(v any) any {
		py.PrintWith([]any{"Runtime type is " + py.Repr(py.TypeOf(v).Name())}, py.PrintOptions{File: py.Stderr})
		return v
	})
	m.Func("dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs)",
		func([]any) any { return py.Func("decorator(cls_or_fn)", identity) })
}

// shorten cuts a repr at 100 characters as assert_never does.
func shorten(text string) string {
	if py.StrLen(text) > 100 {
		return py.StrSlice(text, nil, 100, nil) + "..."
	}
	return text
}
