package py

import (
	"slices"
	"strings"
)

func init() {
	BytesClass.define(func(d *Definition) {
		d.New("bytes(source=, /, encoding=, errors=)", newBytesValue, missing, missing, missing)
		d.Method("__bytes__(self, /)", func(self any) any { return PayloadAs[Bytes](self) })
		d.Method("__getnewargs__(self, /)", func(self any) any { return Tuple{PayloadAs[Bytes](self)} })
	})
	ByteArrayClass.define(func(d *Definition) {
		d.Alloc(func() any { return &ByteArray{} })
		d.Init("__init__(self, source=, encoding=, errors=)", func(self, source, encoding, errors any) any {
			byteArraySelf(self).data = []byte(bytesFrom("bytearray", source, encoding, errors))
			return nil
		}, missing, missing, missing)
	})
	ByteArrayClass.define(defineByteArray)
}

// newBytesValue is bytes(source, encoding, errors).
func newBytesValue(source, encoding, errors any) any {
	if b, ok := source.(Bytes); ok && encoding == missing && errors == missing {
		return b
	}
	if _, ok := TypeOf(source).lookup("__bytes__"); ok && encoding == missing && source != missing {
		b, ok := native(CallMethod(source, "__bytes__")).(Bytes)
		if !ok {
			raisef(NewTypeError, "__bytes__ returned non-bytes (type %s)", typeName(CallMethod(source, "__bytes__")))
		}
		return b
	}
	return Bytes(bytesFrom("bytes", source, encoding, errors))
}

// bytesFrom is what the constructors of bytes and bytearray make of their
// arguments.
func bytesFrom(name string, source, encoding, errors any) string {
	codecName, mode := "utf-8", "strict"
	if encoding != missing {
		codecName = strArg(encoding, name+"() argument 'encoding' must be str, not %s")
	}
	if errors != missing {
		mode = strArg(errors, name+"() argument 'errors' must be str, not %s")
	}
	if source == missing {
		if encoding != missing || errors != missing {
			raisef(NewTypeError, "%s without a string argument", encodingOrErrors(encoding))
		}
		return ""
	}
	if text, ok := native(source).(string); ok {
		if encoding == missing {
			raisef(NewTypeError, "string argument without an encoding")
		}
		return string(StrEncode(text, codecName, mode))
	}
	if encoding != missing || errors != missing {
		raisef(NewTypeError, "%s without a string argument", encodingOrErrors(encoding))
	}
	if b, ok := bytesOf(source); ok {
		return b
	}
	if i, ok := toIndex(source); ok {
		n, ok := i.(int)
		if !ok {
			raisef(NewOverflowError, "cannot fit '%s' into an index-sized integer", typeName(source))
		}
		if n < 0 {
			raisef(NewValueError, "negative count")
		}
		return strings.Repeat("\x00", n)
	}
	if !iterable(source) {
		raisef(NewTypeError, "cannot convert '%s' object to %s", typeName(source), name)
	}
	return bytesFromIterableNamed(name, source)
}

func encodingOrErrors(encoding any) string {
	if encoding != missing {
		return "encoding"
	}
	return "errors"
}

// bytesFromIterableNamed is bytesFromIterable with the range error of the
// class that is made.
func bytesFromIterableNamed(name string, source any) string {
	if name == "bytes" {
		return bytesFromIterable(source)
	}
	var out []byte
	for v := range Iter(source) {
		out = append(out, byteValue(v))
	}
	return string(out)
}

func byteArraySelf(self any) *ByteArray {
	return PayloadAs[*ByteArray](self)
}

func defineByteArray(d *Definition) {
	d.Method("append(self, item, /)", func(self, v any) any {
		b := byteArraySelf(self)
		b.resizable()
		b.data = append(b.data, byteValue(v))
		return nil
	})
	d.Method("clear(self, /)", func(self any) any {
		b := byteArraySelf(self)
		b.resizable()
		b.data = nil
		return nil
	})
	d.Method("copy(self, /)", func(self any) any { return NewByteArray(string(byteArraySelf(self).data)) })
	d.Method("extend(self, iterable_of_ints, /)", func(self, items any) any {
		b := byteArraySelf(self)
		b.resizable()
		more, ok := bytesOf(items)
		if !ok {
			if !iterable(items) {
				raisef(NewTypeError, "can't extend bytearray with %s", typeName(items))
			}
			if _, isStr := items.(string); isStr {
				raisef(NewTypeError, "expected iterable of integers; got: 'str'")
			}
			more = bytesFromIterableNamed("bytearray", items)
		}
		b.data = append(b.data, more...)
		return nil
	})
	d.Method("insert(self, index, item, /)", func(self, index, item any) any {
		b := byteArraySelf(self)
		b.resizable()
		at := clampIndex(intArg(index), len(b.data), 0, len(b.data))
		b.data = slices.Insert(b.data, at, byteValue(item))
		return nil
	})
	d.Method("pop(self, index=-1, /)", func(self, index any) any {
		b, i := byteArraySelf(self), intArg(index)
		b.resizable()
		if len(b.data) == 0 {
			raisef(NewIndexError, "pop from empty bytearray")
		}
		if i < 0 {
			i += len(b.data)
		}
		if i < 0 || i >= len(b.data) {
			raisef(NewIndexError, "pop index out of range")
		}
		v := b.data[i]
		b.data = slices.Delete(b.data, i, i+1)
		return int(v)
	})
	d.Method("remove(self, value, /)", func(self, value any) any {
		b := byteArraySelf(self)
		b.resizable()
		at := slices.Index(b.data, byteValue(value))
		if at < 0 {
			raisef(NewValueError, "value not found in bytearray")
		}
		b.data = slices.Delete(b.data, at, at+1)
		return nil
	})
	d.Method("reverse(self, /)", func(self any) any {
		slices.Reverse(byteArraySelf(self).data)
		return nil
	})
}
