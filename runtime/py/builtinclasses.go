package py

// The classes of the module builtins and of types.
var (
	ObjectClass = newObjectClass()
	TypeClass   = newTypeClass()
	NoneClass   = newFinalClass("NoneType")

	IntClass     = newBuiltinClass("int", ObjectClass)
	BoolClass    = newFinalClass("bool", IntClass)
	FloatClass   = newBuiltinClass("float", ObjectClass)
	ComplexClass = newBuiltinClass("complex", ObjectClass)

	StrClass        = newBuiltinClass("str", ObjectClass)
	BytesClass      = newBuiltinClass("bytes", ObjectClass)
	ByteArrayClass  = newBuiltinClass("bytearray", ObjectClass)
	MemoryViewClass = newFinalClass("memoryview")

	TupleClass     = newBuiltinClass("tuple", ObjectClass)
	ListClass      = newBuiltinClass("list", ObjectClass)
	DictClass      = newBuiltinClass("dict", ObjectClass)
	SetClass       = newBuiltinClass("set", ObjectClass)
	FrozenSetClass = newBuiltinClass("frozenset", ObjectClass)
	RangeClass     = newFinalClass("range")
	SliceClass     = newFinalClass("slice")

	DictKeysClass   = newFinalClass("dict_keys")
	DictValuesClass = newFinalClass("dict_values")
	DictItemsClass  = newFinalClass("dict_items")

	EllipsisClass       = newFinalClass("ellipsis")
	NotImplementedClass = newFinalClass("NotImplementedType")

	FunctionClass          = newFinalClass("function")
	BuiltinFunctionClass   = newFinalClass("builtin_function_or_method")
	MethodDescriptorClass  = newFinalClass("method_descriptor")
	WrapperDescriptorClass = newFinalClass("wrapper_descriptor")
	MethodWrapperClass     = newFinalClass("method-wrapper")
	MethodClass            = newFinalClass("method")
	ModuleClass            = newBuiltinClass("module", ObjectClass)
	PropertyClass          = newBuiltinClass("property", ObjectClass)
	ClassMethodClass       = newBuiltinClass("classmethod", ObjectClass)
	StaticMethodClass      = newBuiltinClass("staticmethod", ObjectClass)
	MemberClass            = newFinalClass("getset_descriptor")
	SlotClass              = newFinalClass("member_descriptor")
	SuperClass             = newBuiltinClass("super", ObjectClass)
	MappingProxyClass      = newFinalClass("mappingproxy")
	GenericAliasClass      = newNativeClass("types", "GenericAlias", []*Class{ObjectClass})
	UnionClass             = newNativeClass("types", "UnionType", []*Class{ObjectClass})

	GeneratorClass      = newFinalClass("generator")
	CoroutineClass      = newFinalClass("coroutine")
	AsyncGeneratorClass = newFinalClass("async_generator")
)

func newObjectClass() *Class {
	c := &Class{name: "object", qualname: "object", module: "builtins"}
	c.mro = []*Class{c}
	return c
}

func newTypeClass() *Class {
	c := newBuiltinClass("type", ObjectClass)
	c.layout = layoutType
	return c
}

// newFinalClass makes a builtin class that cannot be a base.
func newFinalClass(name string, bases ...*Class) *Class {
	if len(bases) == 0 {
		bases = []*Class{ObjectClass}
	}
	c := newBuiltinClass(name, bases...)
	c.final = true
	return c
}
