package ir

import "slices"

// Identical reports whether a and b are the same type.
func Identical(a, b Type) bool {
	switch a := a.(type) {
	case nil:
		return b == nil
	case Basic:
		return a == b
	case *Named:
		b, ok := b.(*Named)
		return ok && a.Pkg == b.Pkg && a.Name == b.Name && identicalLists(a.Args, b.Args)
	case *Local:
		b, ok := b.(*Local)
		return ok && a.Name == b.Name
	case *Pointer:
		b, ok := b.(*Pointer)
		return ok && Identical(a.Elem, b.Elem)
	case *Slice:
		b, ok := b.(*Slice)
		return ok && Identical(a.Elem, b.Elem)
	case *Map:
		b, ok := b.(*Map)
		return ok && Identical(a.Key, b.Key) && Identical(a.Value, b.Value)
	case *Signature:
		b, ok := b.(*Signature)
		return ok && a.Variadic == b.Variadic && identicalLists(a.Params, b.Params) && identicalLists(a.Results, b.Results)
	}
	return false
}

func identicalLists(a, b []Type) bool { return slices.EqualFunc(a, b, Identical) }
