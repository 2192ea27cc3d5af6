package py

import "strings"

// functionKind is what a call of a function makes.
type functionKind uint8

const (
	plainFunction functionKind = iota
	builtinFunction
	coroutineFunction
	generatorFunction
	asyncGeneratorFunction
)

// Function is a Python function: one that converted code defined, a lambda, or
// a function or method that Go code implements.
type Function struct {
	name     string
	qualname string
	module   any
	doc      any
	kind     functionKind
	// owner is the class of a builtin method: the type its first argument must
	// have.
	owner *Class
	// implicit is the number of leading parameters that binding supplies: 1
	// for the self or cls of builtin methods. argumentTuple marks builtins
	// whose errors about one argument are worded as for several, takesClass
	// those that are given the class they are defined in, which are worded
	// otherwise again.
	implicit      int
	argumentTuple bool
	takesClass    bool
	// label is the name in errors about arguments, where it is not name: the
	// class's for __init__.
	label string
	// openDefaults tells that a program may assign __defaults__: no calls are
	// compiled with the defaults that the function has.
	openDefaults bool
	// defaultHook marks object's own attribute hooks.
	defaultHook bool
	typeParams  Tuple
	// cells are the variables of functions around, in programs that ask for them.
	cells []*Cell
	// yields and yieldsAsync tell that plain Go code makes a generator.
	yields, yieldsAsync bool
	// awaitable tells that the generators the function makes can be awaited.
	awaitable bool
	// compare is set for the comparisons of builtin types, which operators call
	// without binding arguments.
	compare func(self, other any) (any, bool)

	spec     string
	sig      *signature
	defaults []any
	fn       any
	adapted  any
	attrs    *attrTable
	// annotations are kept in order, for __annotations__.
	annotations Kwargs
	annotated   *Dict[any, any]
}

// Kw is one keyword argument.
type Kw struct {
	Name  string
	Value any
}

// Kwargs are the keyword arguments of a call in the order of the source.
type Kwargs []Kw

// Lookup finds an argument by name.
func (kw Kwargs) Lookup(name string) (any, bool) {
	for _, k := range kw {
		if k.Name == name {
			return k.Value, true
		}
	}
	return nil, false
}

// Func makes a function. spec is its header as Python writes it, without
// annotations: "resize(width, height=, /, *rest, scale=1.0, **options)". After
// "=" stands a literal; a bare "=" takes the next of defaults. fn is any Go
// func; those of the forms func(a, b any) any (none to six parameters, with or
// without an error result) and func(args []any) any, which gets one value per
// parameter, are called directly, all others through reflection.
func Func(spec string, fn any, defaults ...any) *Function {
	return newFunction(plainFunction, spec, fn, defaults)
}

// AsyncFunc makes an async function: fn takes a context.Context first, and a
// call makes a *Coroutine.
func AsyncFunc(spec string, fn any, defaults ...any) *Function {
	return newFunction(coroutineFunction, spec, fn, defaults)
}

// GenFunc makes a generator function: fn takes a *Yielder first, and a call
// makes a *Generator.
func GenFunc(spec string, fn any, defaults ...any) *Function {
	return newFunction(generatorFunction, spec, fn, defaults)
}

// AsyncGenFunc makes an asynchronous generator function: fn takes a
// context.Context and an *AsyncYielder first, and a call makes an
// *AsyncGenerator.
func AsyncGenFunc(spec string, fn any, defaults ...any) *Function {
	return newFunction(asyncGeneratorFunction, spec, fn, defaults)
}

// BuiltinFunc makes a function that repr shows as <built-in function ...> and
// whose binding errors are those of CPython's functions written in C.
func BuiltinFunc(spec string, fn any, defaults ...any) *Function {
	return newBuiltin(spec, fn, defaults)
}

func newFunction(kind functionKind, spec string, fn any, defaults []any) *Function {
	sig := signatureOf(spec)
	return &Function{
		name: sig.name[strings.LastIndexByte(sig.name, '.')+1:], qualname: sig.name, module: "__main__", kind: kind,
		sig: sig, defaults: defaults, fn: fn,
	}
}

// newBuiltin makes a builtin function. Its spec is parsed at the first call,
// because a program uses few of the many there are.
func newBuiltin(spec string, fn any, defaults []any) *Function {
	name := spec[:strings.IndexByte(spec, '(')]
	return &Function{
		name: name, qualname: name, module: "builtins", kind: builtinFunction,
		spec: spec, defaults: defaults, fn: fn,
	}
}

func newBuiltinMethod(owner *Class, spec string, fn any, defaults []any) *Function {
	f := newBuiltin(spec, fn, defaults)
	f.owner = owner
	f.implicit = 1
	f.qualname = owner.name + "." + f.name
	return f
}

func (f *Function) signature() *signature {
	if f.sig == nil {
		f.sig = signatureOf(f.spec)
	}
	return f.sig
}

// Name is the function's __name__.
func (f *Function) Name() string { return f.name }

// QualifiedName is the function's __qualname__.
func (f *Function) QualifiedName() string { return f.qualname }

// Doc sets __doc__ and returns the function.
func (f *Function) Doc(text string) *Function {
	f.doc = text
	return f
}

// Qualname sets __qualname__ and returns the function.
func (f *Function) Qualname(qualname string) *Function {
	f.qualname = qualname
	return f
}

// OpenDefaults lets programs assign __defaults__ and returns the function.
func (f *Function) OpenDefaults() *Function {
	f.openDefaults = true
	return f
}

// Annotate sets __annotations__ and returns the function.
func (f *Function) Annotate(annotations Kwargs) *Function {
	f.annotations = annotations
	return f
}

// Module sets __module__ and returns the function.
func (f *Function) Module(name string) *Function {
	f.module = name
	return f
}

// IsCoroutineFunction reports whether a call makes a coroutine.
func (f *Function) IsCoroutineFunction() bool { return f.kind == coroutineFunction }

// TypeParams sets __type_params__ and returns the function.
func (f *Function) TypeParams(params ...any) *Function {
	f.typeParams = params
	return f
}

// IsGeneratorFunction reports whether a call makes a generator.
func (f *Function) IsGeneratorFunction() bool { return f.kind == generatorFunction || f.yields }

// Yields tells that calling the function makes a generator, or an asynchronous
// one, though it is plain Go code that makes it, and returns the function.
func (f *Function) Yields(async bool) *Function {
	f.yields, f.yieldsAsync = !async, async
	return f
}

// IsAsyncGeneratorFunction reports whether a call makes an asynchronous
// generator.
func (f *Function) IsAsyncGeneratorFunction() bool {
	return f.kind == asyncGeneratorFunction || f.yieldsAsync
}

// PyClass is the function's type.
func (f *Function) PyClass() *Class {
	if f.kind != builtinFunction {
		return FunctionClass
	}
	switch {
	case f.owner == nil:
		return BuiltinFunctionClass
	case f.isSlotWrapper():
		return WrapperDescriptorClass
	}
	return MethodDescriptorClass
}

// isSlotWrapper reports whether CPython keeps the builtin method in a slot of
// its type and makes a wrapper for it, as for most special methods.
func (f *Function) isSlotWrapper() bool {
	return f.owner != nil && strings.HasPrefix(f.name, "__") && !plainSpecialMethods[f.name]
}

// plainSpecialMethods are special methods that have no slot.
var plainSpecialMethods = map[string]bool{
	"__format__": true, "__reversed__": true, "__round__": true, "__trunc__": true, "__floor__": true,
	"__ceil__": true, "__complex__": true, "__bytes__": true, "__getnewargs__": true, "__sizeof__": true,
	"__dir__": true, "__reduce__": true, "__reduce_ex__": true, "__instancecheck__": true, "__missing__": true,
	"__subclasscheck__": true, "__subclasses__": true, "__enter__": true, "__exit__": true, "__copy__": true,
	"__deepcopy__": true, "__aenter__": true, "__aexit__": true, "__set_name__": true,
}

// Param describes one parameter of a function, for inspect.
type Param struct {
	Name       string
	Kind       int // 0 positional only, 1 positional or keyword, 2 *args, 3 keyword only, 4 **kwargs
	HasDefault bool
	Default    any
	Annotation any
	Annotated  bool
}

// Params lists the function's parameters.
func (f *Function) Params() []Param {
	sig := f.signature()
	params := make([]Param, len(sig.params))
	for i := range sig.params {
		p := &sig.params[i]
		params[i] = Param{Name: p.name, Kind: int(p.kind), HasDefault: p.hasDefault}
		if p.hasDefault {
			params[i].Default = p.defaultOf(f)
		}
		params[i].Annotation, params[i].Annotated = f.annotations.Lookup(p.name)
	}
	return params
}

// Method is a function bound to the object it was read from.
type Method struct {
	self any
	fn   any
}

// NewMethod binds fn to self: types.MethodType(fn, self).
func NewMethod(fn, self any) *Method { return &Method{self: self, fn: fn} }

// Self is the method's __self__.
func (m *Method) Self() any { return m.self }

// Func is the method's __func__.
func (m *Method) Func() any { return m.fn }

// PyClass is the method's type.
func (m *Method) PyClass() *Class {
	f, ok := m.fn.(*Function)
	switch {
	case !ok || f.kind != builtinFunction:
		return MethodClass
	case f.isSlotWrapper():
		return MethodWrapperClass
	}
	return BuiltinFunctionClass
}
