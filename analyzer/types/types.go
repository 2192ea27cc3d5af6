// Package types holds the static types that inference gives to Python
// expressions.
//
// A type here promises two things about every value that the expression can
// have: which Python class it has, exactly (a bool is never typed int, an int
// never float), and which Go type carries it (see docs/runtime.md). What cannot
// be promised is Any.
package types

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Type is a static type. Types are compared with Equal.
type Type interface{ String() string }

// Kind is a type without parameters.
type Kind uint8

// The types without parameters. Never is the type of what has no value yet:
// the bottom of the lattice. BigInt is an int whose range is not proved to fit
// Go's int; it is carried as any. Int is carried as Go's int.
const (
	Never Kind = iota
	Any
	None
	Bool
	Int
	BigInt
	Float
	Complex
	Str
	Bytes
	Function // any callable, carried as any
	Real     // a float or the int 0, as sum gives of floats; carried as any
	Callable // a function or class of which no more is known; carried as any
)

var kindNames = [...]string{"never", "any", "None", "bool", "int", "bigint", "float", "complex", "str", "bytes", "function", "real", "callable"}

func (k Kind) String() string { return kindNames[k] }

// List is list[Elem], carried as *py.List[Elem].
type List struct{ Elem Type }

// Set is set[Elem]; with Frozen, frozenset[Elem].
type Set struct {
	Elem   Type
	Frozen bool
}

// Dict is dict[Key, Value], carried as *py.Dict[Key, Value].
type Dict struct {
	Key, Value Type
	// Factory makes the values that are missing: the dict is a
	// collections.defaultdict of which nothing can tell that it is carried as a
	// dict. It is nil for a dict.
	Factory ast.Expr
}

// Tuple is a tuple of known length, carried as py.Tuple, or where it is Unboxed
// as a Go struct if there is one for its length and all its items have Go types.
type Tuple struct {
	Elems []Type
	// Unboxed tells that all tuples of the type are made by the program's own
	// tuple displays and that their identity does not matter.
	Unboxed bool
}

// Sequence is a tuple of any length whose elements have one type, carried as py.Tuple.
type Sequence struct{ Elem Type }

// Iterator is what a for loop, or with Async an async for, can go over without
// knowing more of it: an iterator, a view of a dict, a range or a generator. It
// is carried as any.
type Iterator struct {
	Elem  Type
	Async bool
}

// Optional is Elem or None. It is carried as a pointer that may be nil where
// Elem is a pointer to a struct of the program or the runtime, else as any.
type Optional struct{ Elem Type }

// Instance is an instance of a static class of the program or of one that
// derives from it, carried as a pointer to its struct, or as an interface where
// the class has derived ones. Base is the static class that it derives from.
// A member of an enumeration is carried as a constant of its Go type.
type Instance struct {
	Class *ast.ClassDef
	Base  *Instance
	Enum  bool
}

// Library is an instance of a type of the runtime, such as
// asyncio.Queue[T], carried as a pointer to it. Name is Python's qualified name.
type Library struct {
	Name string
	Args []Type
}

// Object is an instance of a class of the library that has no Go type of its
// own, carried as any: what its operations give is known. Name is Python's
// qualified name.
type Object struct{ Name string }

// Coroutine is a coroutine object whose result is Result: *asyncio.Coroutine[Result].
type Coroutine struct{ Result Type }

// Exception is an instance of a builtin exception class or a library's (or one
// of its subclasses), carried as error. Name is Python's qualified name.
type Exception struct{ Name string }

// Closure is a Go func value: a nested function that is only called by name.
type Closure struct{ Def ast.Node }

// Module is a module of the library or the program, used only to reach its names.
type Module struct{ Name string }

func (t *List) String() string { return "list[" + t.Elem.String() + "]" }
func (t *Set) String() string {
	if t.Frozen {
		return "frozenset[" + t.Elem.String() + "]"
	}
	return "set[" + t.Elem.String() + "]"
}
func (t *Dict) String() string {
	if t.Factory != nil {
		return "default" + (&Dict{Key: t.Key, Value: t.Value}).String()
	}
	return "dict[" + t.Key.String() + ", " + t.Value.String() + "]"
}
func (t *Tuple) String() string {
	if t.Unboxed {
		return "struct[" + join(t.Elems) + "]"
	}
	return "tuple[" + join(t.Elems) + "]"
}
func (t *Sequence) String() string { return "tuple[" + t.Elem.String() + ", ...]" }
func (t *Iterator) String() string {
	if t.Async {
		return "async iterator[" + t.Elem.String() + "]"
	}
	return "iterator[" + t.Elem.String() + "]"
}
func (t *Optional) String() string { return t.Elem.String() + " | None" }
func (t *Instance) String() string { return t.Class.Name }
func (t *Library) String() string {
	if len(t.Args) == 0 {
		return t.Name
	}
	return t.Name + "[" + join(t.Args) + "]"
}
func (t *Object) String() string    { return t.Name }
func (t *Coroutine) String() string { return "coroutine[" + t.Result.String() + "]" }
func (t *Exception) String() string { return t.Name }
func (t *Closure) String() string   { return "closure" }
func (t *Module) String() string    { return "module " + t.Name }

func join(ts []Type) string {
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(t.String())
	}
	return b.String()
}

// Equal reports whether a and b are the same type.
func Equal(a, b Type) bool {
	switch a := a.(type) {
	case *Instance:
		b, ok := b.(*Instance)
		return ok && a.Class == b.Class
	case *Closure:
		b, ok := b.(*Closure)
		return ok && a.Def == b.Def
	}
	return a.String() == b.String()
}

// Assignable reports whether a value of type from can be put where a value of
// type to is expected, without a check.
func Assignable(to, from Type) bool {
	if to == Any || Equal(to, from) || to == BigInt && from == Int || to == Callable && from == Function {
		return true
	}
	switch to := to.(type) {
	case *Optional:
		if o, ok := from.(*Optional); ok {
			from = o.Elem
		}
		return from == None || Assignable(to.Elem, from)
	case *Instance:
		i, _ := from.(*Instance)
		for ; i != nil; i = i.Base {
			if i.Class == to.Class {
				return true
			}
		}
	}
	return false
}
