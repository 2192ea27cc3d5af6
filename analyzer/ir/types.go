package ir

// Type is a Go type.
type Type interface{ typ() }

type (
	// Basic is a predeclared type such as int, string, any or error.
	Basic string
	// Named is a type of another package, with its type arguments.
	Named struct {
		Pkg  string // import path
		Name string
		Args []Type
	}
	// Local is a type declared in the program.
	Local struct{ Name *TypeName }
	// Pointer is *Elem.
	Pointer struct{ Elem Type }
	// Slice is []Elem.
	Slice struct{ Elem Type }
	// Map is map[Key]Value.
	Map struct{ Key, Value Type }
	// Signature is a func type.
	Signature struct {
		Params   []Type
		Variadic bool
		Results  []Type
	}
)

func (Basic) typ()      {}
func (*Named) typ()     {}
func (*Local) typ()     {}
func (*Pointer) typ()   {}
func (*Slice) typ()     {}
func (*Map) typ()       {}
func (*Signature) typ() {}

// The basic types that lowering uses.
const (
	Any    = Basic("any")
	Bool   = Basic("bool")
	Int    = Basic("int")
	Float  = Basic("float64")
	String = Basic("string")
	Error  = Basic("error")
)
