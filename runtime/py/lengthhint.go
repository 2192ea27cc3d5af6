package py

import (
	"errors"
	"iter"
)

// askLength asks o how many items its iterator will give, as CPython does before
// it makes a list of them: by __len__, and by __length_hint__ without one. What
// the answer is only matters if it is none. It raises what the methods raise but
// for TypeError, and ValueError and TypeError for what is no length.
func askLength(o any) {
	if isValue(o) {
		return
	}
	if _, ok := o.(Iterator); ok {
		return
	}
	class := TypeOf(o)
	if method, ok := class.lookup("__len__"); ok && method != nil {
		if _, ok := unlessTypeError(func() any { return Len(o) }); ok {
			return
		}
	}
	method, ok := class.lookup("__length_hint__")
	if !ok || method == nil {
		return
	}
	hint, ok := unlessTypeError(func() any { return callBound(method, o, class, nil, nil) })
	if !ok || hint == NotImplemented {
		return
	}
	n, ok := intOf(hint)
	if !ok {
		raisef(NewTypeError, "__length_hint__ must be an integer, not %s", typeName(hint))
	}
	if Less(n, 0) {
		raisef(NewValueError, "__length_hint__() should return >= 0")
	}
}

// unlessTypeError is what f returns; false if it raises TypeError.
func unlessTypeError(f func() any) (v any, ok bool) {
	err := Try(func() error {
		v = f()
		return nil
	})
	if err == nil {
		return v, true
	}
	if errors.Is(err, TypeError) {
		return nil, false
	}
	panic(err)
}

// iterSized is iterAll for what makes a list of the values: it asks for their
// number first.
func iterSized(o any) iter.Seq[any] {
	if _, ok := o.(*Generator); ok {
		return iterAll(o)
	}
	it := GetIter(o)
	askLength(o)
	return Iter(it)
}
