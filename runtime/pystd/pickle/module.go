// Package pickle is Python's module pickle.
// https://docs.python.org/3.13/library/pickle.html
package pickle

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/codecs"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// The exceptions of the module.
var (
	PicklingError   = copy.PicklingError
	UnpicklingError = py.NewExceptionClass("_pickle", "UnpicklingError", copy.PickleError)
)

func codecsEncode() any { return codecs.Module().Attr("encode") }

// Module is the module pickle.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("pickle", "Create portable serialized representations of Python objects.")
	m.Set("HIGHEST_PROTOCOL", highest).Set("DEFAULT_PROTOCOL", standard).Set("format_version", "4.0")
	m.Class(copy.PickleError)
	m.Class(PicklingError)
	m.Class(UnpicklingError)
	m.Builtin("dumps(obj, /, protocol=None, *, fix_imports=True, buffer_callback=None)", func(v, protocol, imports, callback any) any {
		return py.Bytes(configured(protocol, imports, callback).dump(v))
	})
	m.Builtin("dump(obj, file, /, protocol=None, *, fix_imports=True, buffer_callback=None)", func(v, file, protocol, imports, callback any) any {
		checkMethods(file, "write")
		py.CallMethod(file, "write", py.Bytes(configured(protocol, imports, callback).dump(v)))
		return nil
	})
	m.Builtin("loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", func(data, _, _, _, _ any) any {
		if _, ok := py.Payload(data).(string); ok {
			panic(exc.TypeError("a bytes-like object is required, not 'str'"))
		}
		return fromText(py.BytesLike(data)).load()
	})
	m.Builtin("load(file, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", func(file, _, _, _, _ any) any {
		return fromFile(file).load()
	})
	m.Class(picklerClass())
	m.Class(unpicklerClass())
	return m
})

// configured makes a pickler for the arguments of dumps.
func configured(protocol, imports, callback any) *pickler {
	n := standard
	if protocol != nil {
		if n = number.Int(protocol); n < 0 {
			n = highest
		}
	}
	if n > highest {
		panic(exc.ValueError("pickle protocol must be <= %d", highest))
	}
	if callback != nil {
		panic(exc.NotImplementedError("pickling out-of-band buffers is not supported"))
	}
	p := newPickler(n)
	p.imports = py.Truth(imports)
	return p
}

func checkMethods(file any, names ...string) {
	for _, name := range names {
		if !py.HasAttr(file, name) {
			if name == "write" {
				panic(exc.TypeError("file must have a 'write' attribute"))
			}
			panic(exc.TypeError("file must have 'read', 'readinto' and 'readline' attributes"))
		}
	}
}

// fromText makes an unpickler of data in memory.
func fromText(data string) *unpickler {
	return newUnpickler(func(n int) string {
		n = min(n, len(data))
		taken := data[:n]
		data = data[n:]
		return taken
	}, func() string {
		n := strings.IndexByte(data, '\n') + 1
		if n == 0 {
			n = len(data)
		}
		line := data[:n]
		data = data[n:]
		return line
	})
}

// fromFile makes an unpickler of a file, of which it reads no more than the
// pickle.
func fromFile(file any) *unpickler {
	checkMethods(file, "read", "readline")
	return newUnpickler(func(n int) string {
		if n == 0 {
			return ""
		}
		return py.BytesLike(py.CallMethod(file, "read", n))
	}, func() string { return py.BytesLike(py.CallMethod(file, "readline")) })
}

// goValue keeps a Go value as an attribute of a Python object.
type goValue[T any] struct{ v T }

const state = "_state"

func picklerClass() *py.Class {
	of := func(self any) *pickler { return py.GetAttr(self, state).(*goValue[*pickler]).v }
	class := define.Class("_pickle", "Pickler", nil, func(b *define.Body) {
		b.Method("__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)", func(self, file, protocol, imports, callback any) any {
			checkMethods(file, "write")
			py.SetAttr(self, "_file", file)
			py.SetAttr(self, state, &goValue[*pickler]{configured(protocol, imports, callback)})
			return nil
		})
		b.Method("dump(self, obj, /)", func(self, v any) any {
			p := of(self)
			if py.HasAttr(self, "persistent_id") {
				p.persist = py.GetAttr(self, "persistent_id")
			}
			py.CallMethod(py.GetAttr(self, "_file"), "write", py.Bytes(p.dump(v)))
			return nil
		})
		b.Method("clear_memo(self, /)", func(self any) any {
			clear(of(self).memo)
			return nil
		})
	})
	return class
}

func unpicklerClass() *py.Class {
	return define.Class("_pickle", "Unpickler", nil, func(b *define.Body) {
		b.Method("__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", func(self, file, _, _, _, _ any) any {
			py.SetAttr(self, state, &goValue[*unpickler]{fromFile(file)})
			return nil
		})
		b.Method("find_class(self, module_name, global_name, /)", func(_, module, name any) any {
			return FindClass(py.As[string](module), py.As[string](name))
		})
		b.Method("load(self, /)", func(self any) any {
			u := py.GetAttr(self, state).(*goValue[*unpickler]).v
			find := py.GetAttr(self, "find_class")
			u.find = func(module, name string) any { return py.Call(find, module, name) }
			if py.HasAttr(self, "persistent_load") {
				u.persist = py.GetAttr(self, "persistent_load")
			}
			return u.load()
		})
	})
}
