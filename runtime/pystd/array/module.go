package array

import (
	"bytes"
	"math"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Module is the module array.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("array", "")
	m.Class(arrayClass)
	m.Set("ArrayType", arrayClass)
	m.Set("typecodes", typeCodes)
	return m
})

var (
	arrayClass    *py.Class
	iteratorClass = define.IteratorClass("array", "arrayiterator", nil)
)

func init() {
	arrayClass = py.NewNativeClass("array", "array", nil, defineArray).NameInErrors("array.array")
}

// absent tells an argument that was not given.
var absent = py.Call(py.ObjectClass)

func defineArray(d *py.Definition) {
	of := py.PayloadAs[*Array]
	d.Subscriptable()
	d.New("__new__(typecode, initializer=, /)", func(code, initial any) any {
		return create(code, initial, initial != absent)
	}, absent)
	d.Getter("typecode", func(self any) any { return of(self).kind.code })
	d.Getter("itemsize", func(self any) any { return of(self).kind.size })
	defineSequence(d, of)
	defineConversions(d, of)
	d.Method("append(self, v, /)", func(self, v any) any {
		of(self).append(v)
		return nil
	})
	d.Method("extend(self, bb, /)", func(self, items any) any {
		of(self).extend(items)
		return nil
	})
	d.Method("insert(self, i, v, /)", func(self, i, v any) any {
		of(self).insert(number.Int(i), v)
		return nil
	})
	d.Method("pop(self, i=-1, /)", func(self, i any) any { return of(self).pop(number.Int(i)) })
	d.Method("remove(self, v, /)", func(self, v any) any {
		at := of(self).find(v, 0, math.MaxInt)
		if at < 0 {
			panic(exc.ValueError("array.remove(x): x not in array"))
		}
		of(self).remove(at)
		return nil
	})
	d.Method("index(self, v, start=0, stop=9223372036854775807, /)", func(self, v, start, stop any) any {
		at := of(self).find(v, number.Int(start), number.Int(stop))
		if at < 0 {
			panic(exc.ValueError("array.index(x): x not in array"))
		}
		return at
	})
	d.Method("count(self, v, /)", func(self, v any) any {
		n := 0
		for i := range of(self).len() {
			if py.Equal(of(self).get(i), v) {
				n++
			}
		}
		return n
	})
	d.Method("clear(self, /)", func(self any) any {
		of(self).data = nil
		return nil
	})
	d.Method("reverse(self, /)", func(self any) any {
		of(self).reverse()
		return nil
	})
	d.Method("byteswap(self, /)", func(self any) any {
		of(self).byteswap()
		return nil
	})
	d.Method("buffer_info(self, /)", func(self any) any { return py.Tuple{py.ID(self), of(self).len()} })
}

// defineSequence adds what operators and builtins ask for.
func defineSequence(d *py.Definition, of func(any) *Array) {
	d.Set("__hash__", nil)
	d.Method("__len__(self, /)", func(self any) any { return of(self).len() })
	d.Method("__getitem__(self, key, /)", func(self, key any) any { return of(self).getItem(key) })
	d.Method("__setitem__(self, key, value, /)", func(self, key, value any) any {
		of(self).setItem(key, value)
		return nil
	})
	d.Method("__delitem__(self, key, /)", func(self, key any) any {
		of(self).delItem(key)
		return nil
	})
	d.Method("__contains__(self, key, /)", func(self, v any) any { return of(self).find(v, 0, math.MaxInt) >= 0 })
	d.Method("__iter__(self, /)", func(self any) any {
		i := -1
		return define.NewIterator(iteratorClass, func() (any, bool) {
			if i++; i >= of(self).len() {
				return nil, false
			}
			return of(self).get(i), true
		})
	})
	d.Method("__repr__(self, /)", func(self any) any { return of(self).repr(py.TypeOf(self).Name()) })
	d.Method("__add__(self, value, /)", func(self, other any) any {
		b, ok := py.Payload(other).(*Array)
		if !ok {
			panic(exc.TypeError("can only append array (not \"%s\") to array", py.TypeOf(other).Name()))
		}
		a := of(self)
		if a.kind != b.kind {
			panic(exc.TypeError("bad argument type for built-in operation"))
		}
		return &Array{a.kind, append(bytes.Clone(a.data), b.data...)}
	})
	d.Method("__iadd__(self, value, /)", func(self, other any) any {
		if _, ok := py.Payload(other).(*Array); !ok {
			panic(exc.TypeError("can only extend array with array (not \"%s\")", py.TypeOf(other).Name()))
		}
		of(self).extend(other)
		return self
	})
	repeated := func(self, n any) any { return &Array{of(self).kind, of(self).repeated(n)} }
	d.Method("__mul__(self, value, /)", repeated)
	d.Method("__rmul__(self, value, /)", repeated)
	d.Method("__imul__(self, value, /)", func(self, n any) any {
		of(self).data = of(self).repeated(n)
		return self
	})
	for name, op := range map[string]func(x, y any) any{
		"__eq__": py.Eq, "__ne__": py.Ne, "__lt__": py.Lt, "__le__": py.Le, "__gt__": py.Gt, "__ge__": py.Ge,
	} {
		d.Method(name+"(self, value, /)", func(self, other any) any {
			b, ok := py.Payload(other).(*Array)
			if !ok {
				return py.NotImplemented
			}
			return of(self).compare(b, op)
		})
	}
}

// defineConversions adds what makes arrays of other things and the reverse.
func defineConversions(d *py.Definition, of func(any) *Array) {
	d.Method("tolist(self, /)", func(self any) any { return of(self).list() })
	d.Method("fromlist(self, list, /)", func(self, items any) any {
		of(self).fromList(items)
		return nil
	})
	d.Method("tobytes(self, /)", func(self any) any { return py.Bytes(of(self).data) })
	d.Method("frombytes(self, buffer, /)", func(self, data any) any {
		of(self).fromBytes(data)
		return nil
	})
	d.Method("tounicode(self, /)", func(self any) any {
		if !of(self).kind.text() {
			panic(exc.ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')"))
		}
		return of(self).text()
	})
	d.Method("fromunicode(self, ustr, /)", func(self, text any) any {
		if !of(self).kind.text() {
			panic(exc.ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')"))
		}
		of(self).fromText(py.As[string](text))
		return nil
	})
	d.Method("tofile(self, f, /)", func(self, file any) any {
		py.CallMethod(file, "write", py.Bytes(of(self).data))
		return nil
	})
	d.Method("fromfile(self, f, n, /)", func(self, file, n any) any {
		want := number.Int(n) * of(self).kind.size
		if want < 0 {
			panic(exc.ValueError("negative count"))
		}
		data := py.CallMethod(file, "read", want)
		got, ok := py.Payload(data).(py.Bytes)
		if !ok {
			panic(exc.TypeError("read() didn't return bytes"))
		}
		of(self).fromBytes(data)
		if len(got) != want {
			panic(py.NewEOFError("read() didn't return enough bytes"))
		}
		return nil
	})
	clone := func(self any) any { return &Array{of(self).kind, bytes.Clone(of(self).data)} }
	d.Method("__copy__(self, /)", clone)
	d.Method("__deepcopy__(self, unused, /)", func(self, _ any) any { return clone(self) })
}
