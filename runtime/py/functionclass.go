package py

import (
	"slices"
	"strings"
)

// functionRepr shows a function as <function f at 0x...>, a builtin as
// <built-in function f>.
func functionRepr(f *Function) string {
	switch {
	case f.kind != builtinFunction:
		return "<function " + f.qualname + " at " + addressText(f) + ">"
	case f.isSlotWrapper():
		return "<slot wrapper '" + f.name + "' of '" + f.owner.name + "' objects>"
	case f.owner != nil:
		return "<method '" + f.name + "' of '" + f.owner.name + "' objects>"
	}
	return "<built-in function " + f.name + ">"
}

func methodRepr(m *Method) string {
	if f, ok := m.fn.(*Function); ok && f.kind == builtinFunction {
		if f.isSlotWrapper() {
			return "<method-wrapper '" + f.name + "' of " + typeName(m.self) + " object at " + addressText(m.self) + ">"
		}
		return "<built-in method " + f.name + " of " + typeName(m.self) + " object at " + addressText(m.self) + ">"
	}
	name := "?"
	if q, ok := lookupAttr(m.fn, "__qualname__"); ok {
		name = Str(q)
	}
	return "<bound method " + name + " of " + Repr(m.self) + ">"
}

// Annotations is the live __annotations__ of the function.
func (f *Function) Annotations() *Dict[any, any] {
	if f.annotated == nil {
		f.annotated = DictOf[any, any]()
		for _, a := range f.annotations {
			f.annotated.Set(a.Name, a.Value)
		}
	}
	return f.annotated
}

// positionalDefaults is __defaults__.
func (f *Function) positionalDefaults() any {
	sig := f.signature()
	var defaults Tuple
	for i := range sig.params {
		if p := &sig.params[i]; p.hasDefault && p.kind <= positionalOrKeyword {
			defaults = append(defaults, p.defaultOf(f))
		}
	}
	if defaults == nil {
		return nil
	}
	return defaults
}

// setPositionalDefaults assigns __defaults__. The signature is shared with other
// functions of the same spec, so that this one gets its own.
func (f *Function) setPositionalDefaults(value any) {
	if !f.openDefaults {
		raisef(NewAttributeError, "attribute '__defaults__' of 'function' objects is not writable")
	}
	defaults, ok := Payload(value).(Tuple)
	if !ok && value != nil {
		raisef(NewTypeError, "__defaults__ must be set to a tuple object")
	}
	sig := *f.signature()
	sig.params = slices.Clone(sig.params)
	first := sig.positional - len(defaults)
	sig.required = max(first, 0)
	for i := range sig.positional {
		p := &sig.params[i]
		p.hasDefault, p.literal, p.extra = i >= first, nil, -1
		if p.hasDefault {
			p.literal = defaults[i-first]
		}
	}
	f.sig = &sig
}

// keywordDefaults is __kwdefaults__.
func (f *Function) keywordDefaults() any {
	sig := f.signature()
	var defaults *Dict[any, any]
	for i := range sig.params {
		if p := &sig.params[i]; p.hasDefault && p.kind == keywordOnly {
			if defaults == nil {
				defaults = DictOf[any, any]()
			}
			defaults.Set(p.name, p.defaultOf(f))
		}
	}
	if defaults == nil {
		return nil
	}
	return defaults
}

// code is f.__code__: what programs ask about a function's parameters. The code
// of a frame has its place in the source and no function.
type code struct {
	function       *Function
	qualname, file string
	line           int
}

// name is co_name.
func (c *code) name() string {
	if c.function != nil {
		return c.function.name
	}
	return c.qualname[strings.LastIndexByte(c.qualname, '.')+1:]
}

// place is where the function is defined, as far as the program has its lines.
func (c *code) place() (SourcePlace, bool) {
	switch {
	case c.function != nil:
		return FunctionPlace(c.function)
	case c.file != "":
		return SourcePlace{File: c.file, Line: c.line}, true
	}
	return NamedPlace(c.qualname)
}

// CodeClass is types.CodeType.
var CodeClass = newFinalClass("code")

func (c *code) PyClass() *Class { return CodeClass }

func init() {
	function := func(self any) *Function { return self.(*Function) }
	FunctionClass.define(func(d *Definition) {
		d.Member("__name__", func(self any) any { return function(self).name }, func(self, value any) {
			function(self).name = mustBeString(value, "__name__")
		})
		d.Member("__qualname__", func(self any) any { return function(self).qualname }, func(self, value any) {
			function(self).qualname = mustBeString(value, "__qualname__")
		})
		d.Member("__module__", func(self any) any { return function(self).module },
			func(self, value any) { function(self).module = value })
		d.Member("__doc__", func(self any) any { return function(self).doc },
			func(self, value any) { function(self).doc = value })
		d.Member("__annotations__", func(self any) any { return function(self).Annotations() },
			func(self, value any) { function(self).annotated = native(value).(*Dict[any, any]) })
		d.Member("__defaults__", func(self any) any { return function(self).positionalDefaults() },
			func(self, value any) { function(self).setPositionalDefaults(value) })
		d.Getter("__kwdefaults__", func(self any) any { return function(self).keywordDefaults() })
		d.Getter("__code__", func(self any) any { return &code{function: function(self)} })
		d.Getter("__closure__", func(self any) any { return function(self).closure() })
		d.Getter("__type_params__", func(self any) any {
			if params := function(self).typeParams; params != nil {
				return params
			}
			return Tuple{}
		})
		d.Member("__dict__", instanceDict.get, instanceDict.set)
		d.Method("__repr__(self, /)", func(self any) any { return functionRepr(function(self)) })
		d.Method("__call__(self, /, *args, **kwargs)", callSlots)
		d.Method("__get__(self, instance, owner=None, /)", func(self, instance, owner any) any {
			if instance == nil {
				return self
			}
			return &Method{self: instance, fn: self}
		})
	})
	for _, class := range []*Class{BuiltinFunctionClass, MethodDescriptorClass, WrapperDescriptorClass, MethodWrapperClass} {
		class.define(func(d *Definition) {
			underlying := func(self any) *Function {
				if m, ok := self.(*Method); ok {
					return m.fn.(*Function)
				}
				return function(self)
			}
			d.Getter("__name__", func(self any) any { return underlying(self).name })
			d.Getter("__qualname__", func(self any) any { return underlying(self).qualname })
			d.Getter("__doc__", func(self any) any { return underlying(self).doc })
			d.Getter("__module__", func(self any) any {
				if _, ok := self.(*Method); ok {
					return nil
				}
				return underlying(self).module
			})
			d.Getter("__self__", func(self any) any {
				if m, ok := self.(*Method); ok {
					return m.self
				}
				return nil
			})
			d.Method("__repr__(self, /)", func(self any) any {
				if m, ok := self.(*Method); ok {
					return methodRepr(m)
				}
				return functionRepr(function(self))
			})
			d.Method("__call__(self, /, *args, **kwargs)", callSlots)
			defineMethodEquality(d)
		})
	}
	for _, class := range []*Class{MethodDescriptorClass, WrapperDescriptorClass} {
		class.define(func(d *Definition) {
			d.Getter("__objclass__", func(self any) any { return function(self).owner })
			d.Method("__get__(self, instance, owner=None, /)", func(self, instance, owner any) any {
				if instance == nil {
					return self
				}
				return &Method{self: instance, fn: self}
			})
		})
	}
	MethodClass.define(func(d *Definition) {
		method := func(self any) *Method { return self.(*Method) }
		d.New("method(function, instance, /)", func(function, instance any) any {
			if !Callable(function) {
				raisef(NewTypeError, "first argument must be callable")
			}
			if instance == nil {
				raisef(NewTypeError, "instance must not be None")
			}
			return NewMethod(function, instance)
		})
		d.Getter("__self__", func(self any) any { return method(self).self })
		d.Getter("__func__", func(self any) any { return method(self).fn })
		d.Method("__getattr__(self, name, /)", func(self, name any) any {
			n := attributeName(name)
			if v, ok := lookupAttr(method(self).fn, n); ok {
				return v
			}
			raiseNoAttribute(self, n)
			return nil
		})
		d.Getter("__doc__", func(self any) any { return GetAttrOr(method(self).fn, "__doc__", nil) })
		d.Getter("__module__", func(self any) any { return GetAttrOr(method(self).fn, "__module__", nil) })
		d.Method("__repr__(self, /)", func(self any) any { return methodRepr(method(self)) })
		d.Method("__call__(self, /, *args, **kwargs)", callSlots)
		defineMethodEquality(d)
	})
	CodeClass.define(func(d *Definition) {
		d.Getter("co_name", func(self any) any { return self.(*code).name() })
		d.Getter("co_qualname", func(self any) any {
			if c := self.(*code); c.function == nil {
				return c.qualname
			}
			return self.(*code).function.qualname
		})
		placed := func(name string, get func(p SourcePlace) any) {
			d.Getter(name, func(self any) any {
				p, ok := self.(*code).place()
				if !ok {
					raiseNoAttribute(self, name)
				}
				return get(p)
			})
		}
		placed("co_filename", func(p SourcePlace) any { return p.File })
		placed("co_firstlineno", func(p SourcePlace) any { return p.Line })
		ofFunction := func(name string, get func(c *code) any) {
			d.Getter(name, func(self any) any {
				if self.(*code).function == nil {
					raiseNoAttribute(self, name)
				}
				return get(self.(*code))
			})
		}
		ofFunction("co_argcount", func(c *code) any { return c.function.signature().positional })
		ofFunction("co_posonlyargcount", func(c *code) any { return c.function.signature().posOnly })
		ofFunction("co_kwonlyargcount", func(c *code) any { return c.function.signature().kwOnly })
		ofFunction("co_flags", func(c *code) any { return c.flags() })
		ofFunction("co_freevars", func(c *code) any { return c.freeNames() })
		ofFunction("co_varnames", func(c *code) any { return c.parameterNames() })
	})
}

// parameterNames lists the parameters as co_varnames does: *args and **kwargs
// last.
func (c *code) parameterNames() Tuple {
	names, last := Tuple{}, Tuple{}
	for _, p := range c.function.signature().params {
		if p.kind == varPositional || p.kind == varKeyword {
			last = append(last, p.name)
		} else {
			names = append(names, p.name)
		}
	}
	return append(names, last...)
}

// flags is co_flags as far as inspect tells the kinds of functions by it.
func (c *code) flags() int {
	sig := c.function.signature()
	flags := 0x3
	if sig.star >= 0 {
		flags |= 0x4
	}
	if sig.starStar >= 0 {
		flags |= 0x8
	}
	switch c.function.kind {
	case generatorFunction:
		flags |= 0x20
	case coroutineFunction:
		flags |= 0x80
	case asyncGeneratorFunction:
		flags |= 0x200
	}
	return flags
}

// callSlots is the __call__ of everything that CallKw can call.
func callSlots(slots []any) any {
	return CallKw(slots[0], slots[1].(Tuple), kwargsOf(slots[2].(*Dict[any, any])))
}

func mustBeString(value any, name string) string {
	s, ok := native(value).(string)
	if !ok {
		raisef(NewTypeError, "%s must be set to a string object", name)
	}
	return s
}

// defineMethodEquality makes two methods equal when they bind the same function
// to the same object.
func defineMethodEquality(d *Definition) {
	equal := func(self, other any) (any, bool) {
		if self == other {
			return true, true
		}
		a, okA := self.(*Method)
		b, okB := other.(*Method)
		if !okA || !okB {
			return nil, false
		}
		return Is(a.self, b.self) && Is(a.fn, b.fn), true
	}
	d.Method("__eq__(self, value, /)", func(self, other any) any {
		if v, ok := equal(self, other); ok {
			return v
		}
		return NotImplemented
	}).compare = equal
	d.Method("__hash__(self, /)", func(self any) any {
		if m, ok := self.(*Method); ok {
			return ID(m.self)>>4 ^ ID(m.fn)>>4
		}
		return identityHash(self)
	})
}

// callable reports whether o can be called.
func callable(o any) bool {
	switch o := o.(type) {
	case nil, int, string, bool, float64:
		return false
	case *Function, *Method, *Class:
		return true
	case *Object:
		if _, ok := o.Class.lookup("__call__"); ok {
			return true
		}
		_, ok := o.Native.(Caller)
		return ok
	case Caller:
		return true
	}
	_, ok := TypeOf(o).lookup("__call__")
	return ok
}

// Callable is callable(o).
func Callable(o any) bool { return callable(o) }
