package asyncio

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The classes of the module contextvars.
var (
	VarsClass       *py.Class
	ContextVarClass *py.Class
	TokenClass      *py.Class
	// TokenMissing is Token.MISSING.
	TokenMissing any = &missingToken{}
	missingClass *py.Class
)

type missingToken struct{}

// PyClass is the class of Token.MISSING.
func (*missingToken) PyClass() *py.Class { return missingClass }

// PyClass is the class Context.
func (c *Vars) PyClass() *py.Class { return VarsClass }

// PyClass is the class ContextVar.
func (v *ContextVar) PyClass() *py.Class { return ContextVarClass }

// PyClass is the class Token.
func (t *Token) PyClass() *py.Class { return TokenClass }

func init() {
	const module = "_contextvars"
	VarsClass = py.NewNativeClass(module, "Context", nil, defineVars)
	ContextVarClass = py.NewNativeClass(module, "ContextVar", nil, defineContextVar)
	TokenClass = py.NewNativeClass(module, "Token", nil, defineToken)
	missingClass = py.NewNativeClass("_contextvars", "Token.MISSING", nil, func(d *py.Definition) {
		d.Method("__repr__(self, /)", func(any) any { return "<Token.MISSING>" })
	})
}

func defineVars(d *py.Definition) {
	of := func(self any) *Vars { return py.PayloadAs[*Vars](self) }
	key := func(k any) *ContextVar {
		v, ok := k.(*ContextVar)
		if !ok {
			py.Raise(py.NewTypeError("a ContextVar key was expected, got " + py.Repr(k)))
		}
		return v
	}
	d.Final()
	d.New("Context()", func() any { return NewVars() })
	d.Method("run(self, callable, /, *args, **kwargs)", func(self, callable, args, kwargs any) (result any, err error) {
		err = of(self).Run(func() error {
			result = py.CallKw(callable, args.(py.Tuple), py.KwFrom(kwargs))
			return nil
		})
		return result, err
	})
	d.Method("copy(self, /)", func(self any) any { return of(self).Copy() })
	d.Method("__getitem__(self, key, /)", func(self, k any) any {
		v, ok := of(self).Lookup(key(k))
		if !ok {
			py.Raise(py.NewKeyError(k))
		}
		return v
	})
	d.Method("get(self, key, default=None, /)", func(self, k, fallback any) any {
		if v, ok := of(self).Lookup(key(k)); ok {
			return v
		}
		return fallback
	})
	d.Method("__contains__(self, key, /)", func(self, k any) any {
		_, ok := of(self).Lookup(key(k))
		return ok
	})
	d.Method("__len__(self, /)", func(self any) any { return of(self).Len() })
	d.Method("__iter__(self, /)", func(self any) any {
		return py.GetIter(py.ListOf(of(self).keys()...))
	})
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		v, ok := other.(*Vars)
		if !ok {
			return py.NotImplemented
		}
		return of(self).equal(v)
	})
	d.Set("__hash__", nil)
	d.Method("keys(self, /)", func(self any) any { return py.ListOf(of(self).keys()...) })
	d.Method("values(self, /)", func(self any) any {
		values := py.ListOf[any]()
		for _, k := range of(self).order() {
			values.Append(of(self).values[k])
		}
		return values
	})
	d.Method("items(self, /)", func(self any) any {
		items := py.ListOf[any]()
		for _, k := range of(self).order() {
			items.Append(py.Tuple{k, of(self).values[k]})
		}
		return items
	})
}

func defineContextVar(d *py.Definition) {
	of := func(self any) *ContextVar { return py.PayloadAs[*ContextVar](self) }
	d.Final()
	missing := &missingToken{}
	d.New("ContextVar(name, /, *, default=)", func(name, fallback any) any {
		text, ok := name.(string)
		if !ok {
			py.Raise(py.NewTypeError("context variable name must be a str"))
		}
		if fallback == missing {
			return NewContextVar(text)
		}
		return NewContextVarWithDefault(text, fallback)
	}, missing)
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
	d.Getter("name", func(self any) any { return of(self).name })
	d.Method("get(self, default=, /)", func(self, fallback any) any {
		if value, ok := CurrentVars().values[of(self)]; ok {
			return value
		}
		if fallback != missing {
			return fallback
		}
		return of(self).Get()
	}, missing)
	d.Method("set(self, value, /)", func(self, value any) any { return of(self).Set(value) })
	d.Method("reset(self, token, /)", func(self, token any) any {
		t, ok := token.(*Token)
		if !ok {
			py.Raise(py.NewTypeError("expected an instance of Token, got " + py.Repr(token)))
		}
		of(self).Reset(t)
		return nil
	})
	d.Method("__repr__(self, /)", func(self any) any {
		v := of(self)
		text := "<ContextVar name=" + py.Repr(v.name)
		if v.hasDefault {
			text += " default=" + py.Repr(v.fallback)
		}
		return fmt.Sprintf("%s at %#x>", text, py.ID(self))
	})
}

func defineToken(d *py.Definition) {
	of := func(self any) *Token { return py.PayloadAs[*Token](self) }
	d.Final()
	d.Set("MISSING", TokenMissing)
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
	d.Getter("var", func(self any) any { return of(self).variable })
	d.Getter("old_value", func(self any) any {
		if old, ok := of(self).OldValue(); ok {
			return old
		}
		return TokenMissing
	})
	d.Method("__repr__(self, /)", func(self any) any {
		t := of(self)
		used := ""
		if t.used {
			used = " used"
		}
		return fmt.Sprintf("<Token%s var=%s at %#x>", used, py.Repr(t.variable), py.ID(self))
	})
}
