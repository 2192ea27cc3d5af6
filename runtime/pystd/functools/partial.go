package functools

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Partial is functools.partial: a function with some of its arguments given.
type Partial struct {
	py.Attributes
	function any
	args     py.Tuple
	keywords py.Kwargs
}

// NewPartial makes a partial of a callable. A partial of a partial is
// flattened. It raises TypeError when function is not callable.
func NewPartial(function any, args []any, keywords py.Kwargs) *Partial {
	if !py.Callable(function) {
		panic(exc.TypeError("the first argument must be callable"))
	}
	if inner, ok := function.(*Partial); ok {
		return &Partial{
			function: inner.function,
			args:     slices.Concat(inner.args, args),
			keywords: mergeKeywords(inner.keywords, keywords),
		}
	}
	return &Partial{function: function, args: slices.Clone(args), keywords: keywords}
}

// mergeKeywords overrides keyword arguments.
func mergeKeywords(base, over py.Kwargs) py.Kwargs {
	if len(over) == 0 {
		return base
	}
	merged := slices.Clone(base)
	for _, kw := range over {
		if i := slices.IndexFunc(merged, func(k py.Kw) bool { return k.Name == kw.Name }); i >= 0 {
			merged[i].Value = kw.Value
		} else {
			merged = append(merged, kw)
		}
	}
	return merged
}

// PyClass is the class partial.
func (p *Partial) PyClass() *py.Class { return PartialClass }

// Func is p.func.
func (p *Partial) Func() any { return p.function }

// PyCall calls the function with the given arguments added.
func (p *Partial) PyCall(args []any, kw py.Kwargs) any {
	return py.CallKw(p.function, slices.Concat(p.args, args), mergeKeywords(p.keywords, kw))
}

func keywordsDict(keywords py.Kwargs) *py.Dict[any, any] {
	d := py.DictOf[any, any]()
	for _, kw := range keywords {
		d.Set(kw.Name, kw.Value)
	}
	return d
}

// PartialClass is the class functools.partial.
var PartialClass = py.NewNativeClass("functools", "partial", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Partial]
	d.New("partial(func, /, *args, **keywords)", func(function, args, keywords any) any {
		return NewPartial(function, args.(py.Tuple), py.KwFrom(keywords))
	})
	d.Getter("func", func(self any) any { return of(self).function })
	d.Getter("args", func(self any) any {
		if of(self).args == nil {
			return py.Tuple{}
		}
		return of(self).args
	})
	d.Getter("keywords", func(self any) any { return keywordsDict(of(self).keywords) })
	d.Method("__call__(self, /, *args, **kwargs)", func(self, args, kwargs any) any {
		return of(self).PyCall(args.(py.Tuple), py.KwFrom(kwargs))
	})
	d.Method("__repr__(self, /)", func(self any) any {
		p := of(self)
		name := "functools.partial"
		if obj, ok := self.(*py.Object); ok {
			name = obj.Class.Qualname()
			if m := obj.Class.ModuleName(); m != "builtins" {
				name = m + "." + name
			}
		}
		parts := []string{py.Repr(p.function)}
		for _, a := range p.args {
			parts = append(parts, py.Repr(a))
		}
		for _, kw := range p.keywords {
			parts = append(parts, kw.Name+"="+py.Repr(kw.Value))
		}
		return name + "(" + strings.Join(parts, ", ") + ")"
	})
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any {
		return py.Call(py.GenericAliasClass, cls, item)
	})
}).NameInErrors("functools.partial")

// partialMethod is functools.partialmethod.
type partialMethod struct {
	function any
	args     py.Tuple
	keywords py.Kwargs
}

// PyClass is the class partialmethod.
func (p *partialMethod) PyClass() *py.Class { return partialMethodClass }

// DescriptorGet binds the method.
func (p *partialMethod) DescriptorGet(instance any, owner *py.Class) any {
	if instance == nil {
		return NewPartial(p.boundTo(nil, owner), p.args, p.keywords)
	}
	return NewPartial(p.boundTo(instance, owner), p.args, p.keywords)
}

func (p *partialMethod) boundTo(instance any, owner *py.Class) any {
	if !py.HasAttr(p.function, "__get__") {
		return p.function
	}
	if f, ok := p.function.(*py.Function); ok {
		if instance == nil {
			return f
		}
		return py.NewMethod(f, instance)
	}
	return py.CallMethod(p.function, "__get__", instance, owner)
}

var partialMethodClass = py.NewNativeClass("functools", "partialmethod", nil, func(d *py.Definition) {
	d.Subscriptable()
	of := py.PayloadAs[*partialMethod]
	d.New("partialmethod(func, /, *args, **keywords)", func(function, args, keywords any) any {
		if !py.Callable(function) && !py.HasAttr(function, "__get__") {
			panic(exc.TypeError("%s is not callable or a descriptor", py.Repr(function)))
		}
		return &partialMethod{function, args.(py.Tuple), py.KwFrom(keywords)}
	})
	d.Getter("func", func(self any) any { return of(self).function })
	d.Getter("args", func(self any) any { return of(self).args })
	d.Getter("keywords", func(self any) any { return keywordsDict(of(self).keywords) })
})
