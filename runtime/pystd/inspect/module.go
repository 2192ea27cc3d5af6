// Package inspect is the part of Python's module inspect that does not need
// source code or frames: predicates, members and signatures.
package inspect

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

// Module returns the module inspect.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("inspect", "Get useful information from live Python objects.")
	m.Class(signatureClass)
	m.Class(parameterClass)
	m.Class(boundClass)
	m.Set("_empty", empty)
	for name, flag := range map[string]int{
		"CO_OPTIMIZED": 1, "CO_NEWLOCALS": 2, "CO_VARARGS": 4, "CO_VARKEYWORDS": 8, "CO_NESTED": 16, "CO_GENERATOR": 32,
		"CO_COROUTINE": 128, "CO_ITERABLE_COROUTINE": 256, "CO_ASYNC_GENERATOR": 512,
	} {
		m.Set(name, flag)
	}
	m.Func("signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False)",
		func(o, _, _, _, _ any) any { return SignatureOf(o) })
	addPredicates(m)
	addMembers(m)
	addStates(m)
	return m
})

// underlying finds the function behind methods and partials.
func underlying(o any) *py.Function {
	for {
		switch f := o.(type) {
		case *py.Method:
			o = f.Func()
		case *functools.Partial:
			o = f.Func()
		case *py.Function:
			return f
		default:
			return nil
		}
	}
}

// IsCoroutineFunction is inspect.iscoroutinefunction.
func IsCoroutineFunction(o any) bool {
	f := underlying(o)
	if f == nil {
		return o != nil && py.GetAttrOr(py.TypeOf(o), asyncio.MakesCoroutines, nil) == any(true)
	}
	return f.IsCoroutineFunction() || py.HasAttr(f, coroutineMark)
}

// coroutineMark is the attribute that markcoroutinefunction sets.
const coroutineMark = "_is_coroutine_mark"

// IsAwaitable is inspect.isawaitable.
func IsAwaitable(o any) bool {
	switch o.(type) {
	case nil, int, string, bool, float64:
		return false
	}
	return py.Awaitable(o)
}

func addPredicates(m *py.Module) {
	is := func(name string, holds func(o any) bool) {
		m.Func(name+"(object)", func(o any) any { return holds(o) })
	}
	ofClass := func(classes ...*py.Class) func(o any) bool {
		return func(o any) bool {
			for _, c := range classes {
				if py.TypeOf(o) == c {
					return true
				}
			}
			return false
		}
	}
	builtin := ofClass(py.BuiltinFunctionClass)
	function := ofClass(py.FunctionClass)
	method := ofClass(py.MethodClass)
	descriptor := ofClass(py.MethodDescriptorClass)
	is("isclass", func(o any) bool { return py.TypeOf(o).IsSubclassOf(py.TypeClass) })
	is("ismodule", ofClass(py.ModuleClass))
	is("isfunction", function)
	is("ismethod", method)
	is("isbuiltin", builtin)
	is("ismethoddescriptor", descriptor)
	is("isroutine", func(o any) bool { return builtin(o) || function(o) || method(o) || descriptor(o) })
	is("iscoroutinefunction", IsCoroutineFunction)
	is("iscoroutine", func(o any) bool { return py.TypeOf(o).IsSubclassOf(py.CoroutineClass) })
	is("isawaitable", IsAwaitable)
	is("isgenerator", ofClass(py.GeneratorClass))
	is("isgeneratorfunction", func(o any) bool { f := underlying(o); return f != nil && f.IsGeneratorFunction() })
	is("isasyncgen", ofClass(py.AsyncGeneratorClass))
	is("isasyncgenfunction", func(o any) bool { f := underlying(o); return f != nil && f.IsAsyncGeneratorFunction() })
	is("isgetsetdescriptor", ofClass(py.MemberClass))
	is("ismemberdescriptor", ofClass(py.SlotClass))
	is("isdatadescriptor", func(o any) bool {
		if ofClass(py.PropertyClass, py.MemberClass, py.SlotClass)(o) {
			return true
		}
		c := py.TypeOf(o)
		_, set := c.Lookup("__set__")
		_, del := c.Lookup("__delete__")
		return set || del
	})
	is("isabstract", func(o any) bool {
		c, ok := o.(*py.Class)
		return ok && py.Truth(py.GetAttrOr(c, "__abstractmethods__", nil))
	})
	m.Func("markcoroutinefunction(func)", func(f any) any {
		py.SetAttr(f, coroutineMark, true)
		return f
	})
}

func addMembers(m *py.Module) {
	m.Func("getmembers(object, predicate=None)", func(o, predicate any) any {
		members := py.ListOf[any]()
		for _, name := range py.Dir(o) {
			v := py.GetAttrOr(o, name, empty)
			if v == any(empty) || predicate != nil && !py.Truth(py.Call(predicate, v)) {
				continue
			}
			members.Append(py.Tuple{name, v})
		}
		return members
	})
	m.Func("getmro(cls)", func(c any) any { return py.GetAttr(c, "__mro__") })
	m.Func("getdoc(object)", getdoc)
	m.Func("cleandoc(doc)", func(doc any) any { return cleanDoc(doc.(string)) })
	m.Func("unwrap(func, *, stop=None)", func(f, stop any) any {
		for {
			wrapped := py.GetAttrOr(f, "__wrapped__", nil)
			if wrapped == nil || stop != nil && py.Truth(py.Call(stop, f)) {
				return f
			}
			f = wrapped
		}
	})
	m.Func("get_annotations(obj, *, globals=None, locals=None, eval_str=False)", func(o, _, _, _ any) any {
		if c, ok := o.(*py.Class); ok {
			own := py.CallMethod(py.GetAttr(c, "__dict__"), "get", "__annotations__")
			if own == nil {
				return py.DictOf[any, any]()
			}
			return py.Call(py.DictClass, own)
		}
		annotations := py.GetAttrOr(o, "__annotations__", nil)
		if annotations == nil {
			return py.DictOf[any, any]()
		}
		return py.Call(py.DictClass, annotations)
	})
	m.Func("getattr_static(obj, attr, default=)", func(o, name, otherwise any) any {
		if d, ok := py.GetAttrOr(o, "__dict__", nil).(*py.Dict[any, any]); ok {
			if v, ok := d.Lookup(name); ok {
				return v
			}
		}
		class, ok := o.(*py.Class)
		if !ok {
			class = py.TypeOf(o)
		}
		if v, ok := class.Lookup(name.(string)); ok {
			return v
		}
		if otherwise != any(empty) {
			return otherwise
		}
		panic(py.NewAttributeError(name))
	}, empty)
	m.Func("getfullargspec(func)", fullArgSpec)
}

var fullArgSpecClass = collections.NamedTuple("FullArgSpec",
	strings.Fields("args varargs varkw defaults kwonlyargs kwonlydefaults annotations"), nil, "inspect")

func fullArgSpec(f any) any {
	s := SignatureOf(f)
	args, kwOnly := py.ListOf[any](), py.ListOf[any]()
	var star, starStar, defaults, kwDefaults any
	var fallbacks py.Tuple
	kwFallbacks, annotations := py.DictOf[any, any](), py.DictOf[any, any]()
	for _, p := range s.parameters {
		switch p.kind {
		case varPositional:
			star = p.name
		case varKeyword:
			starStar = p.name
		case keywordOnly:
			kwOnly.Append(p.name)
			if p.fallback != any(empty) {
				kwFallbacks.Set(p.name, p.fallback)
			}
		default:
			args.Append(p.name)
			if p.fallback != any(empty) {
				fallbacks = append(fallbacks, p.fallback)
			}
		}
		if p.annotation != any(empty) {
			annotations.Set(p.name, p.annotation)
		}
	}
	if s.returns != any(empty) {
		annotations.Set("return", s.returns)
	}
	if fallbacks != nil {
		defaults = fallbacks
	}
	if kwFallbacks.Len() > 0 {
		kwDefaults = kwFallbacks
	}
	return py.Call(fullArgSpecClass, args, star, starStar, defaults, kwOnly, kwDefaults, annotations)
}

// cleanDoc removes the indentation that a docstring has from its place in the
// source.
func cleanDoc(doc string) string {
	lines := strings.Split(py.StrExpandTabs(doc), "\n")
	margin := -1
	for _, line := range lines[1:] {
		if content := strings.TrimLeft(line, " "); content != "" {
			if indent := len(line) - len(content); margin < 0 || indent < margin {
				margin = indent
			}
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	if margin > 0 {
		for i, line := range lines[1:] {
			lines[i+1] = line[min(margin, len(line)):]
		}
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return strings.Join(lines, "\n")
}

// addStates adds what tells the state of generators and coroutines.
func addStates(m *py.Module) {
	state := func(name, prefix, attributes string) {
		for _, s := range []string{"CREATED", "RUNNING", "SUSPENDED", "CLOSED"} {
			m.Set(prefix+"_"+s, prefix+"_"+s)
		}
		m.Func(name+"(object)", func(o any) any {
			switch {
			case py.Truth(py.GetAttr(o, attributes+"_running")):
				return prefix + "_RUNNING"
			case py.Truth(py.GetAttr(o, attributes+"_suspended")):
				return prefix + "_SUSPENDED"
			case py.GetAttr(o, attributes+"_frame") == nil:
				return prefix + "_CLOSED"
			}
			return prefix + "_CREATED"
		})
	}
	state("getgeneratorstate", "GEN", "gi")
	state("getcoroutinestate", "CORO", "cr")
	state("getasyncgenstate", "AGEN", "ag")
}
