package py

import (
	"math"
	"math/big"
	"reflect"
)

// ID is id(o): the address of an object, or a number that is the same for equal
// ints, strings and other values.
func ID(o any) int {
	switch v := o.(type) {
	case nil:
		return address(&NoneClass)
	case bool:
		return address(&BoolClass) + boolInt(v)*32
	case int:
		return idOfValue(uint64(v))
	case float64:
		return idOfValue(math.Float64bits(v) ^ 0x5bd1e995)
	case string:
		return idOfValue(uint64(hashString(v)))
	case Bytes:
		return idOfValue(uint64(hashString(string(v))) ^ 0xb5)
	case *big.Int:
		return idOfValue(uint64(hashInt(v)))
	case Tuple:
		if len(v) == 0 {
			return address(&TupleClass)
		}
		return address(&v[0])
	}
	rv := reflect.ValueOf(o)
	switch rv.Kind() {
	case reflect.Pointer, reflect.Func, reflect.Map, reflect.Chan, reflect.UnsafePointer:
		return int(rv.Pointer())
	}
	return idOfValue(uint64(rv.Type().Size()))
}

func address(p any) int { return int(reflect.ValueOf(p).Pointer()) }

// idOfValue spreads a value over the addresses a program may see.
func idOfValue(bits uint64) int {
	return int((bits*0x9E3779B97F4A7C15)>>20)&^15 | 0x7f0000000000
}

// Hash is hash(o). It raises TypeError for what cannot be hashed.
func Hash(o any) int {
	if isValue(o) {
		if h, ok := valueHash(o); ok {
			return h
		}
		raiseUnhashable(o)
	}
	class := TypeOf(o)
	method, ok := class.lookup("__hash__")
	if !ok || method == nil {
		raiseUnhashable(o)
	}
	if f, ok := method.(*Function); ok && f.owner == ObjectClass {
		return identityHash(o)
	}
	v := callBound(method, o, class, nil, nil)
	i, ok := intOf(v)
	if !ok {
		raisef(NewTypeError, "__hash__ method should return an integer")
	}
	if n, small := i.(int); small && n != -1 {
		return n
	}
	return hashInt(i)
}

func raiseUnhashable(o any) {
	raisef(NewTypeError, "unhashable type: '%s'", typeName(o))
}

// identityHash is the hash of an object that has no value to compare by.
func identityHash(o any) int {
	id := ID(o)
	return id>>4 | id<<60
}

// Truth is bool(o).
func Truth(o any) bool {
	switch v := o.(type) {
	case bool:
		return v
	case nil:
		return false
	case int:
		return v != 0
	case string:
		return v != ""
	}
	if isValue(o) {
		truth, ok := valueTruth(o)
		return truth || !ok
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__bool__"); ok {
		v := callBound(method, o, class, nil, nil)
		t, ok := v.(bool)
		if !ok {
			raisef(NewTypeError, "__bool__ should return bool, returned %s", typeName(v))
		}
		return t
	}
	if method, ok := class.lookup("__len__"); ok {
		return lengthOf(callBound(method, o, class, nil, nil)) != 0
	}
	return true
}

// Len is len(o). It raises TypeError when o has no length.
func Len(o any) int {
	switch x := o.(type) {
	case *List[any]:
		return len(x.items)
	case *Dict[any, any]:
		return x.used
	}
	if isValue(o) {
		if n, ok := valueLen(o); ok {
			return n
		}
	} else if v, ok := callSpecial(o, "__len__"); ok {
		return lengthOf(v)
	}
	raisef(NewTypeError, "object of type '%s' has no len()", typeName(o))
	return 0
}

// lengthOf checks what __len__ has returned.
func lengthOf(v any) int {
	i, ok := toIndex(v)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
	}
	if intSign(i) < 0 {
		raisef(NewValueError, "__len__() should return >= 0")
	}
	n, ok := i.(int)
	if !ok {
		raisef(NewOverflowError, "cannot fit 'int' into an index-sized integer")
	}
	return n
}

// toIndex is operator.index(o): the int that o is, or that __index__ gives.
func toIndex(o any) (any, bool) {
	if i, ok := intOf(o); ok {
		return i, true
	}
	if isValue(o) {
		return nil, false
	}
	v, ok := callSpecial(o, "__index__")
	if !ok {
		return nil, false
	}
	i, ok := intOf(v)
	if !ok {
		raisef(NewTypeError, "__index__ returned non-int (type %s)", typeName(v))
	}
	return i, true
}

// Index is operator.index(o). It raises TypeError when o is no integer.
func Index(o any) any {
	i, ok := toIndex(o)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(o))
	}
	return i
}
