package py

// NewGlobals makes the namespace of a module's variables, which globals() gives
// as a dict. It has the names that every module has.
func NewGlobals(name, pkg, file string, doc any) *Namespace {
	var parent any
	if name != "__main__" {
		parent = pkg
	}
	d := DictOf[any, any]("__name__", name, "__doc__", doc, "__package__", parent, "__loader__", nil, "__spec__", nil)
	if name == "__main__" {
		d.Set("__annotations__", DictOf[any, any]())
	}
	d.Set("__builtins__", Builtins())
	d.Set("__file__", SourcePath(file))
	d.Set("__cached__", nil)
	return &Namespace{mapping: d, made: &classCell{}, global: true}
}

// ModuleOf is the module that has its variables in a namespace.
func ModuleOf(ns *Namespace) *Module {
	d := ns.mapping.(*Dict[any, any])
	return &Module{name: Str(d.Get("__name__")), attrs: attrTable{dict: d}}
}

// NewLocals makes the dict that locals() gives in a function.
func NewLocals() *Dict[any, any] { return DictOf[any, any]() }

// Dict is the namespace as a dict, or what __prepare__ returned.
func (ns *Namespace) Dict() any {
	if ns.mapping != nil {
		return ns.mapping
	}
	return ns.table.asDict()
}

// Function is the builtin globals of a module.
func (ns *Namespace) Function() any {
	return BuiltinFunc("globals()", func() any { return ns.Dict() })
}

// Forget removes name if it is there, as the end of an except clause does.
func (ns *Namespace) Forget(name string) {
	if _, ok := ns.Lookup(name); ok {
		ns.Del(name)
	}
}

// SortedKeys is the sorted list of what iterating names gives: dir() of a scope.
func SortedKeys(names any) any { return Sorted(names, nil, false) }
