package functools

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// dispatcher chooses among implementations by the class of an argument.
type dispatcher struct {
	registry *py.Dict[any, any]
	cache    map[*py.Class]any
}

func newDispatcher(function any) *dispatcher {
	d := &dispatcher{registry: py.DictOf[any, any](), cache: map[*py.Class]any{}}
	d.registry.Set(py.ObjectClass, function)
	return d
}

// dispatch finds the implementation for a class: that of the class itself or
// of its nearest base, abstract classes included. It raises RuntimeError when
// two abstract classes are equally near.
func (d *dispatcher) dispatch(class *py.Class) any {
	if f, ok := d.cache[class]; ok {
		return f
	}
	f := d.find(class)
	d.cache[class] = f
	return f
}

func (d *dispatcher) find(class *py.Class) any {
	if f, ok := d.registry.Lookup(class); ok {
		return f
	}
	for i, base := range class.MRO() {
		if i > 0 {
			if _, ok := d.registry.Lookup(base); ok && base != py.ObjectClass {
				return d.mostSpecific(class, base)
			}
		}
	}
	return d.mostSpecific(class, nil)
}

// mostSpecific finds the nearest registered class of which class is a subclass,
// virtual bases included; concrete is the nearest real one.
func (d *dispatcher) mostSpecific(class, concrete *py.Class) any {
	best := concrete
	for k := range d.registry.Keys() {
		candidate := k.(*py.Class)
		if candidate == py.ObjectClass || class.IsSubclassOf(candidate) || !py.IsSubclass(class, candidate) {
			continue
		}
		switch {
		case best == nil || py.IsSubclass(candidate, best):
			best = candidate
		case best == concrete || py.IsSubclass(best, candidate):
		default:
			panic(exc.RuntimeError("Ambiguous dispatch: %s or %s", py.Repr(best), py.Repr(candidate)))
		}
	}
	if best == nil {
		best = py.ObjectClass
	}
	return d.registry.Get(best)
}

// register adds an implementation. Called with a class only it is a decorator;
// called with an annotated function it takes the class from the annotation of
// the first parameter.
func (d *dispatcher) register(cls, function any) any {
	if isDispatchable(cls) {
		if function == nil {
			return py.Func("<lambda>(f)", func(f any) any { return d.register(cls, f) })
		}
	} else {
		if function != nil {
			panic(exc.TypeError("Invalid first argument to `register()`. %s is not a class or union type.", py.Repr(cls)))
		}
		function = cls
		cls = dispatchAnnotation(function)
	}
	for _, c := range dispatchClasses(cls) {
		d.registry.Set(c, function)
	}
	clear(d.cache)
	return function
}

func isDispatchable(cls any) bool {
	if _, ok := cls.(*py.Class); ok {
		return true
	}
	return py.TypeOf(cls) == py.UnionClass
}

func dispatchClasses(cls any) []any {
	if c, ok := cls.(*py.Class); ok {
		return []any{c}
	}
	var classes []any
	for c := range py.Iter(py.GetAttr(cls, "__args__")) {
		if c == nil {
			c = py.NoneClass
		}
		classes = append(classes, c)
	}
	return classes
}

// dispatchAnnotation is the annotation of a function's first parameter.
func dispatchAnnotation(function any) any {
	invalid := func() {
		panic(exc.TypeError("Invalid first argument to `register()`: %s. "+
			"Use either `@register(some_class)` or plain `@register` on an annotated function.", py.Repr(function)))
	}
	annotations, ok := py.GetAttrOr(function, "__annotations__", nil).(*py.Dict[any, any])
	if !ok || annotations.Len() == 0 {
		invalid()
	}
	for name, annotation := range annotations.All() {
		if text, ok := annotation.(string); ok {
			annotation = namedType(function, text)
		}
		if isDispatchable(annotation) {
			return annotation
		}
		panic(exc.TypeError("Invalid annotation for %s. %s is not a class.", py.Repr(name), py.Repr(annotation)))
	}
	return nil
}

// namedType is what an annotation of a function that is a string names: a class,
// or classes with | between them.
func namedType(function any, text string) any {
	module, _ := py.GetAttrOr(function, "__module__", nil).(string)
	var union any
	if n := len(text); n > 2 && strings.ContainsRune("'\"", rune(text[0])) && text[n-1] == text[0] {
		text = text[1 : n-1] // a string where all annotations are texts
	}
	for i, part := range strings.Split(text, "|") {
		path := strings.Split(strings.TrimSpace(part), ".")
		v, ok := py.LookupHint(module, path[0])
		if !ok {
			v = builtin(path[0])
		}
		for _, name := range path[1:] {
			v = py.GetAttr(v, name)
		}
		if i == 0 {
			union = v
		} else {
			union = py.BitOr(union, v)
		}
	}
	return union
}

func builtin(name string) any {
	if name == "None" {
		return nil
	}
	v, ok := py.LookupBuiltin(name)
	if !ok {
		panic(exc.NameError("name '%s' is not defined", name))
	}
	return v
}

// SingleDispatch is functools.singledispatch.
func SingleDispatch(function any) any {
	d := newDispatcher(function)
	name := py.Str(py.GetAttrOr(function, "__name__", "singledispatch function"))
	wrapper := py.Func("wrapper(*args, **kw)", func(args, kw any) any {
		given := args.(py.Tuple)
		if len(given) == 0 {
			panic(exc.TypeError("%s requires at least 1 positional argument", name))
		}
		return py.CallKw(d.dispatch(py.TypeOf(given[0])), given, py.KwFrom(kw))
	})
	d.publish(wrapper)
	return wrap(wrapper, function)
}

// publish adds what a dispatching function offers beside being called.
func (d *dispatcher) publish(wrapper any) {
	py.SetAttr(wrapper, "register", py.Func("register(cls, func=None)", d.register).Qualname("singledispatch.<locals>.register"))
	py.SetAttr(wrapper, "dispatch", py.Func("dispatch(cls)", func(cls any) any { return d.dispatch(cls.(*py.Class)) }))
	py.SetAttr(wrapper, "registry", py.Call(py.MappingProxyClass, d.registry))
	py.SetAttr(wrapper, "_clear_cache", py.Func("_clear_cache()", func() any { clear(d.cache); return nil }))
}

// singleDispatchMethod is functools.singledispatchmethod.
type singleDispatchMethod struct {
	function any
	*dispatcher
}

var singleDispatchMethodClass = py.NewNativeClass("functools", "singledispatchmethod", nil, func(d *py.Definition) {
	of := py.PayloadAs[*singleDispatchMethod]
	d.New("singledispatchmethod(func)", func(function any) any {
		if !py.Callable(function) && !py.HasAttr(function, "__get__") {
			panic(exc.TypeError("%s is not callable or a descriptor", py.Repr(function)))
		}
		return &singleDispatchMethod{function, newDispatcher(function)}
	})
	d.Getter("func", func(self any) any { return of(self).function })
	d.Method("register(self, cls, method=None)", func(self, cls, method any) any {
		m := of(self)
		if inner := underlyingFunction(cls); method == nil && inner != nil {
			return m.registerDescriptor(cls, inner)
		}
		return m.register(cls, method)
	})
	d.Method("__get__(self, obj, cls=None, /)", func(self, obj, cls any) any {
		owner, _ := cls.(*py.Class)
		return of(self).DescriptorGet(obj, owner)
	})
})

// underlyingFunction is the function of a classmethod or staticmethod.
func underlyingFunction(v any) any {
	switch py.TypeOf(v) {
	case py.ClassMethodClass, py.StaticMethodClass:
		return py.GetAttr(v, "__func__")
	}
	return nil
}

// registerDescriptor registers a classmethod or staticmethod by the annotation
// of the function it wraps.
func (m *singleDispatchMethod) registerDescriptor(descriptor, function any) any {
	return m.register(dispatchAnnotation(function), descriptor)
}

// PyClass is the class singledispatchmethod.
func (m *singleDispatchMethod) PyClass() *py.Class { return singleDispatchMethodClass }

// DescriptorGet makes a function that chooses the method by the class of its
// first argument.
func (m *singleDispatchMethod) DescriptorGet(instance any, owner *py.Class) any {
	name := py.Str(py.GetAttrOr(m.function, "__name__", "singledispatchmethod method"))
	bound := py.Func("_method(*args, **kwargs)", func(args, kwargs any) any {
		given := args.(py.Tuple)
		if len(given) == 0 {
			panic(exc.TypeError("%s requires at least 1 positional argument", name))
		}
		method := m.dispatch(py.TypeOf(given[0]))
		return py.CallKw(bindMethod(method, instance, owner), given, py.KwFrom(kwargs))
	})
	py.SetAttr(bound, "register", py.Func("register(cls, func=None)", m.register))
	return wrap(bound, m.function)
}

// bindMethod is method.__get__(instance, owner).
func bindMethod(method, instance any, owner *py.Class) any {
	switch {
	case py.TypeOf(method) == py.StaticMethodClass:
		return py.GetAttr(method, "__func__")
	case py.TypeOf(method) == py.ClassMethodClass:
		return py.NewMethod(py.GetAttr(method, "__func__"), owner)
	case instance == nil:
		return method
	case py.HasAttr(method, "__get__"):
		if _, ok := method.(*py.Function); !ok {
			return py.CallMethod(method, "__get__", instance, owner)
		}
	}
	return py.NewMethod(method, instance)
}
