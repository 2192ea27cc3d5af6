package typing

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Generic returns the class Generic.
func Generic() *py.Class { return genericClass() }

var genericClass = sync.OnceValue(func() *py.Class {
	var class *py.Class
	class = define.Class("typing", "Generic", nil, func(b *define.Body) {
		b.Set("__slots__", py.Tuple{})
		b.Set("_is_protocol", false)
		b.ClassMethod("__class_getitem__(cls, params)", func(cls, params any) any {
			return subscriptClass(cls.(*py.Class), params, class)
		})
		b.ClassMethod("__init_subclass__(cls, *args, **kwargs)", func(cls, args, kwargs any) any {
			initGeneric(cls.(*py.Class), class, args.(py.Tuple), kwargs)
			return nil
		})
	})
	return class
})

// subscriptClass is cls[params] for Generic, Protocol and the classes derived
// from them.
func subscriptClass(cls *py.Class, params any, generic *py.Class) any {
	args := typeArguments(params)
	if cls == generic || cls.Name() == "Protocol" && cls.ModuleName() == "typing" {
		for _, arg := range args {
			if _, ok := arg.(*TypeVar); ok {
				continue
			}
			if a, ok := arg.(*Alias); ok && a.name == "Unpack" {
				continue
			}
			panic(exc.TypeError("Parameters to %s[...] must all be type variables or parameter specification variables.", cls.Name()))
		}
		return &Alias{origin: cls, args: args}
	}
	variables, _ := py.GetAttrOr(cls, "__parameters__", nil).(py.Tuple)
	if len(variables) == 0 {
		panic(exc.TypeError("%s is not a generic class", py.Repr(cls)))
	}
	for _, v := range variables {
		if v.(*TypeVar).kind != typeVar {
			return &Alias{origin: cls, args: args}
		}
	}
	for i := len(args); i < len(variables); i++ {
		v := variables[i].(*TypeVar)
		if !v.hasDefault() {
			break
		}
		args = append(args, v.getDefault())
	}
	checkArity(py.Repr(cls), len(variables), len(args))
	return &Alias{origin: cls, args: args}
}

// initGeneric is Generic.__init_subclass__: it finds the type variables of the
// new class.
func initGeneric(cls, generic *py.Class, args py.Tuple, kwargs any) {
	py.CallKw(py.GetAttr(py.Super(generic, cls), "__init_subclass__"), args, py.KwFrom(kwargs))
	bases, ok := py.CallMethod(py.GetAttr(cls, "__dict__"), "get", "__orig_bases__").(py.Tuple)
	if !ok {
		for _, b := range cls.Bases() {
			if b == generic && cls.Name() != "Protocol" {
				panic(exc.TypeError("Cannot inherit from plain Generic"))
			}
		}
		py.SetAttr(cls, "__parameters__", py.Tuple{})
		return
	}
	variables := typeVariables(bases)
	for _, base := range bases {
		if a, ok := base.(*Alias); ok && a.name == "" && (a.origin == any(generic) || isProtocolClass(a.origin)) {
			declared := a.parameters()
			if a.origin == any(generic) || len(declared) > 0 {
				variables = declared
			}
		}
	}
	py.SetAttr(cls, "__parameters__", variables)
}

func isProtocolClass(origin any) bool {
	c, ok := origin.(*py.Class)
	return ok && c.Name() == "Protocol" && c.ModuleName() == "typing"
}
