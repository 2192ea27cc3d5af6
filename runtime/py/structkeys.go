package py

import (
	"reflect"
	"sync"
	"unsafe"
)

// keyField is a field of a struct whose instances are equal where their fields are.
type keyField struct {
	offset uintptr
	kind   reflect.Kind // Int, String or Bool
}

// CompareByFields tells that instances of a class that StructClass has made are
// equal, and have the hash of a tuple, by the fields of these names and nothing
// else. Dicts and sets that have them as keys then need not ask the class. It
// does nothing where a field is of another type than int, string and bool, whose
// equality is that of Go.
func (c *Class) CompareByFields(names ...string) {
	if fields := c.basicFields(names); fields != nil {
		c.keyFields = fields
	}
}

// basicFields are the fields of these names, nil if one is not an int, string or bool
// of the struct itself.
func (c *Class) basicFields(names []string) []keyField {
	var fields []keyField
	for _, name := range names {
		f, ok := c.structField(name)
		if !ok || len(f.Index) > 1 {
			return nil
		}
		switch f.Type {
		case reflect.TypeFor[int](), reflect.TypeFor[string](), reflect.TypeFor[bool]():
			fields = append(fields, keyField{f.Offset, f.Type.Kind()})
		default:
			return nil
		}
	}
	return fields
}

func (c *Class) structField(name string) (reflect.StructField, bool) {
	for _, f := range reflect.VisibleFields(c.structType) {
		if !f.Anonymous && ownField(f) && fieldName(f) == name {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

var structKeys sync.Map // reflect.Type of K → *keyOps[K]

// structKeysOf returns the operations of keys of a type that CompareByFields was
// told of, nil for any other.
func structKeysOf[K any]() *keyOps[K] {
	t := reflect.TypeFor[K]()
	if ops, ok := structKeys.Load(t); ok {
		return ops.(*keyOps[K])
	}
	class, ok := structClasses.Load(t)
	if !ok || len(class.(*Class).keyFields) == 0 {
		return nil
	}
	fields := class.(*Class).keyFields
	reproducible := always[K]
	for _, f := range fields {
		if f.kind == reflect.String {
			reproducible = never[K]
		}
	}
	ops, _ := structKeys.LoadOrStore(t, &keyOps[K]{
		hash: func(k K) int { return hashFields(*(*unsafe.Pointer)(unsafe.Pointer(&k)), fields) },
		equal: func(a, b K) bool {
			return equalFields(*(*unsafe.Pointer)(unsafe.Pointer(&a)), *(*unsafe.Pointer)(unsafe.Pointer(&b)), fields)
		},

		reproducible: reproducible,
	})
	return ops.(*keyOps[K])
}

// hashFields is the hash of the tuple of the fields of the struct at p, and that
// of None for nil.
func hashFields(p unsafe.Pointer, fields []keyField) int {
	if p == nil {
		return Hash(nil)
	}
	h := newTupleHash()
	for _, f := range fields {
		switch at := unsafe.Add(p, f.offset); f.kind {
		case reflect.Int:
			h = h.add(hashSmallInt(*(*int)(at)))
		case reflect.String:
			h = h.add(hashString(*(*string)(at)))
		default:
			h = h.add(Hash(*(*bool)(at)))
		}
	}
	return h.sum(len(fields))
}

func equalFields(p, q unsafe.Pointer, fields []keyField) bool {
	if p == q || p == nil || q == nil {
		return p == q
	}
	for _, f := range fields {
		x, y := unsafe.Add(p, f.offset), unsafe.Add(q, f.offset)
		same := false
		switch f.kind {
		case reflect.Int:
			same = *(*int)(x) == *(*int)(y)
		case reflect.String:
			same = *(*string)(x) == *(*string)(y)
		default:
			same = *(*bool)(x) == *(*bool)(y)
		}
		if !same {
			return false
		}
	}
	return true
}
