// Package infer finds static types over a whole program: of every expression,
// variable, parameter, result and attribute. It also decides which functions
// and classes can take their static form.
package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Facts is what is known of a program.
//
// The promises that lowering builds on:
//   - Every value that flows into a variable, parameter, field, result or
//     element has a type that converts to its type without loss: the same
//     type, any type into Any (boxing), None or T into Optional[T], Int into
//     BigInt. The one exception: a value of type Any flows into an annotated
//     variable; lowering then checks it where it flows (py.As).
//   - Two containers that may be the same object have the same element types.
type Facts struct {
	exprs   map[ast.Expr]types.Type
	Vars    map[*scope.Symbol]types.Type
	Funcs   map[ast.Node]*Func // *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda
	Classes map[*ast.ClassDef]*Class

	// ReadsFields says that the program asks what fields dataclasses have.
	ReadsFields bool

	// TaskFactory says that the program has a task factory of its own.
	TaskFactory bool

	classParams map[*scope.Symbol]*ast.ClassDef
	matched     map[*ast.MatchClass][]string
	factories   map[ast.Expr]ast.Expr // what they make
	ints        map[ast.Expr]integer
	passing     map[*ast.WithItem]bool
	resets      map[string]bool
	aliases     map[ast.Stmt]bool // that nothing needs
	newTypes    map[*scope.Symbol]bool
	casts       map[*ast.Call]bool // that give their argument as it is
	// parts are the expressions whose value nothing has: what is raised where it is
	// made, super() where a method of it is called, and the call that makes a task group
	// which its with statement makes.
	parts map[ast.Expr]bool
	// methodValues are the methods that library functions take as Go's method values.
	methodValues map[ast.Expr]bool
	// storesFrozen are the calls of object.__setattr__ that set a field of a static class.
	storesFrozen map[*ast.Call]bool
	leavesNamed  bool // the program calls a method by which a with statement is left
}

// PassesOn reports whether a context manager never suppresses an exception:
// the library says so of its own, and of those of the program __exit__ gives
// nothing, or the generator catches nothing.
func (f *Facts) PassesOn(item *ast.WithItem) bool { return f.passing[item] }

// TypeOf returns the type of the value of e where it stands, narrowed by the
// tests around it; Any if nothing is known.
func (f *Facts) TypeOf(e ast.Expr) types.Type {
	if t, ok := f.exprs[e]; ok {
		return t
	}
	return types.Any
}

// NonNegative reports whether an expression is an int that is never negative.
func (f *Facts) NonNegative(e ast.Expr) bool { return f.ints[e].nonneg }

// Below reports whether an expression is an int of at most bits bits and a sign.
func (f *Facts) Below(e ast.Expr, bits int) bool {
	i, ok := f.ints[e]
	return ok && i.bits <= bits
}

// StoresFrozen reports whether a call, which [FrozenStore] splits, sets a field of a static class.
func (f *Facts) StoresFrozen(e *ast.Call) bool { return f.storesFrozen[e] }

// MethodValue reports whether a method that is an argument of a library function is
// taken as Go's method value.
func (f *Facts) MethodValue(e *ast.Attribute) bool { return f.methodValues[e] }

// IsFixed reports whether an attribute of that name is set by nothing but the
// __init__ of its object.
func (f *Facts) IsFixed(attr string) bool { return !f.resets[attr] && !f.resets["*"] }

// Func is what is known of a function, method or lambda.
type Func struct {
	Static    bool       // it is only called directly, by name or as a method of a static class: a plain Go function or closure
	Why       string     // why a def is not static: "it has decorators"
	Value     bool       // it is (also) used as a value, so a *py.Function is needed beside it
	Untyped   bool       // what is not known may call it, with any arguments
	Result    types.Type // what return statements give: of the awaited value for an async def, of the return value of a generator
	Yields    types.Type // of a generator's elements; nil if it is none
	Fails     bool       // its Go form has an error result
	Method    *ast.ClassDef
	Kind      Kind // of a method
	Virtual   bool // it overrides a method of its base class, or is overridden
	Generator bool
	Async     bool

	// Around tells that contextlib makes a context manager of it, which only with
	// statements enter: a Go function that takes their body.
	Around bool

	// Unread are the parameters of a method that leaves a with statement which
	// it does not name.
	Unread map[*ast.Arg]bool

	readers readers
}

// Bound reports whether the first parameter is what the method is called on.
func (f *Func) Bound() bool { return f.Method != nil && f.Kind != StaticMethod }

// Kind tells how a method is called.
type Kind uint8

// The kinds of methods.
const (
	InstanceMethod Kind = iota
	StaticMethod
	ClassMethod
	Property
	Setter // of a property
)

// Class is what is known of a class.
type Class struct {
	Static        bool          // it becomes a Go struct
	Why           string        // why it is not static
	Base          *ast.ClassDef // the static class that it derives from
	BaseException string        // the builtin exception class that it derives from
	Subclassed    bool          // static classes derive from it: values are carried as an interface
	Fields        []Field       // its own, in order
	Later         []Field       // those that a method sets, Decl, and __init__ may not: until then an instance does not have them
	Attrs         []Attr        // its class attributes
	Methods       map[string]ast.Node
	Setters       map[string]ast.Node // of properties
	Exception     bool                // it derives from BaseException
	Dataclass     *Dataclass          // nil if it is none
	Enum          *Enum               // nil if it is no enumeration
	Named         bool                // the class itself is needed to test for it
	Valued        bool                // the class is a value like any other
	Open          bool                // its instances, and those of what derives from it, can have other attributes too
	Called        bool                // its class object is called with arguments that the call binds when it runs
	Registered    bool                // its instances meet dynamic operations, so it needs a py.StructClass
}

// Field is an attribute that instances of a static class have, in order of first assignment.
type Field struct {
	Name    string
	Type    types.Type
	Decl    ast.Node // the annotated assignment, or the statement in __init__
	Default ast.Expr // of a dataclass
	Factory ast.Expr // the default_factory of a dataclass's field

	KwOnly, NoRepr, NoCompare bool
	NoInit                    bool // the constructor has no parameter for it
}

// Positional reports whether the constructor of the dataclass has a positional
// parameter for the field.
func (f *Field) Positional() bool { return !f.KwOnly && !f.NoInit }

// Attr is a class attribute of a static class.
type Attr struct {
	Name string
	Type types.Type
	Decl ast.Stmt // the assignment in the class body
	Read bool     // untyped code can read it
}

// Method finds a method, property or static method of a static class or of
// what it derives from.
func (f *Facts) Method(def *ast.ClassDef, name string) ast.Node {
	for ; def != nil; def = f.Classes[def].Base {
		if n := f.Classes[def].Methods[name]; n != nil {
			return n
		}
	}
	return nil
}

// Setter finds the setter of a property.
func (f *Facts) Setter(def *ast.ClassDef, name string) ast.Node {
	for ; def != nil; def = f.Classes[def].Base {
		if n := f.Classes[def].Setters[name]; n != nil {
			return n
		}
	}
	return nil
}

// AllFields lists the fields of a static class, those of its bases first.
func (f *Facts) AllFields(def *ast.ClassDef) []Field {
	if def == nil {
		return nil
	}
	c := f.Classes[def]
	return append(append([]Field{}, f.AllFields(c.Base)...), c.Fields...)
}

// Derives reports whether a static class is base or derives from it.
func (f *Facts) Derives(def, base *ast.ClassDef) bool {
	for ; def != nil; def = f.Classes[def].Base {
		if def == base {
			return true
		}
	}
	return false
}

// ClassOf returns the static class whose class method has the parameter sym.
func (f *Facts) ClassOf(sym *scope.Symbol) *ast.ClassDef { return f.classParams[sym] }

// MatchedFields lists the fields of a static class that the parts of a class
// pattern match; nil if the pattern looks at anything else.
func (f *Facts) MatchedFields(p *ast.MatchClass) []string { return f.matched[p] }
