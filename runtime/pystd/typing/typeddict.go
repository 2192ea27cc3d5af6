package typing

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// typedDict is TypedDict: a base for class statements, and a function that
// makes such a class.
var typedDict = sync.OnceValue(func() any {
	f := py.Func("TypedDict(typename, fields=, /, *, total=True)", func(name, fields, total any) any {
		ns := py.DictOf[any, any]("__module__", "__main__")
		annotations := py.DictOf[any, any]()
		if fields != noDefault && fields != nil {
			py.CallMethod(annotations, "update", fields)
		}
		ns.Set("__annotations__", annotations)
		return py.CallKw(typedDictMeta(), []any{name, py.Tuple{}, ns}, py.Kwargs{{Name: "total", Value: total}})
	}, noDefault).Module("typing")
	py.SetAttr(f, "__mro_entries__", py.Func("<lambda>(bases)", func(any) any {
		return py.Tuple{typedDictBase()}
	}))
	return f
})

var typedDictMeta = sync.OnceValue(func() *py.Class {
	newType := py.GetAttr(py.TypeClass, "__new__")
	refuse := func(_, _ any) any {
		panic(exc.TypeError("TypedDict does not support instance and class checks"))
	}
	return define.Class("typing", "_TypedDictMeta", []any{py.TypeClass}, func(b *define.Body) {
		b.Method("__new__(cls, name, bases, ns, total=True)", func(cls, name, bases, ns, total any) any {
			parents := py.Tuple{py.DictClass}
			for base := range py.Iter(bases) {
				if base == any(Generic()) {
					parents = append(py.Tuple{base}, parents...)
				}
			}
			class := py.Call(newType, cls, name, parents, ns).(*py.Class)
			collectTypedDictKeys(class, bases.(py.Tuple), ns.(*py.Dict[any, any]), py.Truth(total))
			return class
		})
		b.Method("__init__(cls, name, bases, ns, total=True)", func(_, _, _, _, _ any) any { return nil })
		b.Method("__call__(cls, /, *args, **kwargs)", func(_, args, kwargs any) any {
			return py.CallKw(py.DictClass, args.(py.Tuple), py.KwFrom(kwargs))
		})
		b.Method("__subclasscheck__(cls, other)", refuse)
		b.Method("__instancecheck__(cls, other)", refuse)
	})
})

var typedDictBase = sync.OnceValue(func() *py.Class {
	return define.ClassWith("typing", "TypedDict", nil, py.Kwargs{{Name: "metaclass", Value: typedDictMeta()}}, nil)
})

// collectTypedDictKeys sets what the class knows of its keys.
func collectTypedDictKeys(class *py.Class, bases py.Tuple, ns *py.Dict[any, any], total bool) {
	annotations := py.DictOf[any, any]()
	required, optional, readOnly := py.SetOf[any](), py.SetOf[any](), py.SetOf[any]()
	for _, base := range bases {
		if b, ok := base.(*py.Class); ok && py.HasAttr(b, "__required_keys__") {
			py.CallMethod(annotations, "update", py.GetAttr(b, "__annotations__"))
			required.Update(py.Iter(py.GetAttr(b, "__required_keys__")))
			optional.Update(py.Iter(py.GetAttr(b, "__optional_keys__")))
			readOnly.Update(py.Iter(py.GetAttr(b, "__readonly_keys__")))
		}
	}
	own, _ := ns.GetOr("__annotations__", nil).(*py.Dict[any, any])
	if own == nil {
		own = py.DictOf[any, any]()
	}
	for key, t := range own.All() {
		t = typeArgument(t, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
		if forward, ok := t.(*ForwardRef); ok && forward.module == "" {
			t = &ForwardRef{text: forward.text, module: class.ModuleName()}
		}
		annotations.Set(key, t)
		isRequired := total
		for a, ok := t.(*Alias); ok; a, ok = t.(*Alias) {
			switch a.name {
			case "Required":
				isRequired = true
			case "NotRequired":
				isRequired = false
			case "ReadOnly":
				readOnly.Add(key)
			}
			if a.name != "Required" && a.name != "NotRequired" && a.name != "ReadOnly" && a.name != "Annotated" {
				break
			}
			t = a.args[0]
		}
		if isRequired {
			required.Add(key)
			optional.Discard(key)
		} else {
			optional.Add(key)
			required.Discard(key)
		}
	}
	py.SetAttr(class, "__annotations__", annotations)
	py.SetAttr(class, "__required_keys__", py.Call(py.FrozenSetClass, required))
	py.SetAttr(class, "__optional_keys__", py.Call(py.FrozenSetClass, optional))
	py.SetAttr(class, "__readonly_keys__", py.Call(py.FrozenSetClass, readOnly))
	py.SetAttr(class, "__mutable_keys__", py.Sub(py.Call(py.FrozenSetClass, annotations), py.Call(py.FrozenSetClass, readOnly)))
	py.SetAttr(class, "__total__", total)
}
