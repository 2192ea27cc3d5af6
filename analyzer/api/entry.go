// Package api is the library table: what the tool knows of Python's builtins
// and library modules, one file per module.
//
// A name without an entry still converts if its module is in the runtime: it is
// reached through the module's dynamic form. An entry adds what the static tier
// needs: the types, and the Go that a Go programmer would write.
package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// Module is one Python module.
type Module struct {
	Name    string  // as Python spells it: "os.path"
	Package string  // import path of its runtime package
	Entries []Entry // several may share a Name; the first that fits the arguments is taken
	// Constants are its values that have a static type.
	Constants []Constant
}

// Constant is a value of a module. Those that are ints have no more than 31 bits
// and a sign.
type Constant struct {
	Name string
	Type types.Type
	// Go is its Go form, pkg.Name; empty, if only the type is known.
	Go string
}

// Entry is one function, method or constructor with static types.
type Entry struct {
	// Name is the name within the module: "sleep", or "Queue.put" for a method.
	Name string
	// Qualname is the __qualname__ of the function, if it is not Name: that of a
	// method that the class has from another.
	Qualname string
	// Sig is the signature as Python writes it, with types:
	// "(self: list[T], object: T, /) -> None". T, K and V are type variables.
	// A parameter without a type takes any value, boxed.
	Sig string
	// Go is its Go form: an expression with {parameter} holes. A hole may name
	// a filter: {delay|seconds} is a time.Duration, {items|seq} an iter.Seq,
	// {x|any} a boxed value. Packages are named as in Packages. Empty: the
	// general (dynamic) form is used and only the types are known.
	Go string
	// Wide is the Go form where an int result may not fit Go's int. It gives an
	// any.
	Wide string
	// GoNil is the Go form where the result is V | None and V is carried as a
	// pointer or an interface, which can be nil.
	GoNil string
	// Made is the Go form where the argument is a list that is made for the call,
	// as that of a generator expression.
	Made string
	// Seq is the Go form of an iterator that is gone through where the call
	// stands: an iter.Seq.
	Seq string
	// Seq2 is Seq for an iterator of pairs: an iter.Seq2.
	Seq2 string
	// Async says that calling it makes a coroutine. Go is then the form of the
	// awaited call, which takes ctx and returns an error last.
	Async bool
	// First says that an async call may leave its coroutine at the coroutine's
	// first await, to be called again when the wait is over.
	First bool
	// Fails says that the Go form returns an error last.
	Fails bool
	// Many says that the Go form returns the elements of a tuple one by one (and
	// then the error, if it is Async or Fails), and gives the names of their variables.
	Many string
	// Hint names a variable that holds the result, where the name of the function
	// would not do.
	Hint string
	// Gives is the value of the call, as Go source, where the Go form has only an
	// error result: "true" for Lock.acquire.
	Gives string
	// Literal is the Go form where the arguments are literal numbers, so that they
	// need no check, and no thread waits for the interpreter lock, which it does not
	// release while it blocks.
	Literal string
	// Bits bounds an int result: it has at most so many bits and a sign, or
	// OfArguments or SumOfElements. 0 is any that fits Go's int.
	Bits int
	// NonNegative says that an int result has no sign, whatever the arguments are.
	NonNegative bool
	// Keeps says that the call does not store or change its arguments, so that
	// containers passed to it keep their element types.
	Keeps bool
	// Iterates says that the call iterates over its arguments without a type, which
	// may be objects that do so themselves.
	Iterates bool
	// Shows says that the result is the text of the first argument.
	Shows bool
	// Names says that the call reads attributes of its arguments by names that it
	// finds in a text.
	Names bool
	// Raises names the exceptions that the Go form can panic with.
	Raises []string
	// MakesTask says that the loop's task factory has a say in the result, so
	// that the Go form is right only where the program has none of its own.
	MakesTask bool
	// Attribute says that it is no method, but an attribute with a value of the
	// type of the result.
	Attribute bool
	// Found says that the result was made elsewhere, so that it is of the type only
	// where the program has no classes of its own that derive from its class.
	Found bool
	// Blocks says that it blocks the thread, with the hint that check gives
	// when it is called in a coroutine.
	Blocks string
}

// Bounds of an int result that depend on the arguments.
const (
	OfArguments   = -1 // it lies within the range of the int arguments
	SumOfElements = -2 // it is the sum of the elements of the first argument
)

// Packages maps the package names used in Go forms to import paths.
var Packages = map[string]string{
	"asyncio":     "github.com/pyasync2go/pyasync2go/runtime/asyncio",
	"py":          "github.com/pyasync2go/pyasync2go/runtime/py",
	"fmt":         "fmt",
	"errors":      "errors",
	"math":        "math",
	"slices":      "slices",
	"strings":     "strings",
	"strconv":     "strconv",
	"time":        "time",
	"pytime":      runtimePath + "pystd/time",
	"pymath":      runtimePath + "pystd/math",
	"heapq":       runtimePath + "pystd/heapq",
	"itertools":   runtimePath + "pystd/itertools",
	"json":        runtimePath + "pystd/json",
	"collections": runtimePath + "pystd/collections",
	"logging":     runtimePath + "pystd/logging",
	"random":      runtimePath + "pystd/random",
	"sys":         runtimePath + "pystd/sys",
}
