package api

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// ClassOf is the name under which the table has the methods of a static type, or "".
func ClassOf(t types.Type) string {
	switch t := t.(type) {
	case types.Kind:
		switch t {
		case types.Str, types.Bytes, types.Int, types.Float, types.Complex:
			return t.String()
		}
	case *types.List:
		return "list"
	case *types.Dict:
		return "dict"
	case *types.Set:
		if t.Frozen {
			return "frozenset"
		}
		return "set"
	case *types.Library:
		return t.Name
	case *types.Object:
		return t.Name
	}
	return ""
}

// goTypes are the Go types of the library's types, as Go forms spell them.
var goTypes = map[string]string{
	"asyncio.Queue": "asyncio.Queue", "asyncio.LifoQueue": "asyncio.Queue", "asyncio.PriorityQueue": "asyncio.Queue",
	"asyncio.Task": "asyncio.Task", "asyncio.Future": "asyncio.Future", "asyncio.Lock": "asyncio.Lock", "asyncio.Event": "asyncio.Event",
	"asyncio.Condition": "asyncio.Condition", "asyncio.Semaphore": "asyncio.Semaphore", "asyncio.BoundedSemaphore": "asyncio.BoundedSemaphore",
	"asyncio.TaskGroup": "asyncio.TaskGroup", "asyncio.StreamReader": "asyncio.StreamReader", "asyncio.StreamWriter": "asyncio.StreamWriter",
	"asyncio.Server": "asyncio.Server", "asyncio.AbstractEventLoop": "asyncio.Loop", "collections.deque": "collections.Deque",
	"asyncio.Barrier": "asyncio.Barrier", "random.Random": "random.Generator", Awaited: "asyncio.Awaitable",
}

// Awaited is the type of what is a task or a future, as asyncio.shield gives. Its Go
// type is an interface.
const Awaited = "asyncio.Awaitable"

// generic are the library's types whose Go types have type parameters.
var generic = words("asyncio.Awaitable asyncio.Queue asyncio.LifoQueue asyncio.PriorityQueue asyncio.Task asyncio.Future collections.deque")

// sequences are the library's types with one type argument that are sequences of
// it. Their Go types have the methods Len, All, Get, Set and Has, and a function
// Retyped and the type's name gives one with other type arguments.
var sequences = words("collections.deque")

// SequenceElement returns the type of the elements of a library type that is a
// sequence; nil if it is none.
func SequenceElement(t *types.Library) types.Type {
	if !sequences[t.Name] {
		return nil
	}
	return t.Args[0]
}

// IsFuture reports whether a library type is that of tasks or futures.
func IsFuture(name string) bool {
	return name == "asyncio.Task" || name == "asyncio.Future" || name == Awaited
}

// IsPlain reports whether a name is that of a library type with a Go type
// without type parameters, so that the name alone, as an annotation, tells it.
func IsPlain(name string) bool { return goTypes[name] != "" && !generic[name] }

// IsGeneric reports whether a name is that of a library type whose Go type has
// a type parameter.
func IsGeneric(name string) bool { return generic[name] }

// kin are the classes of the library, by their last names, whose instances have
// the Go type of another class.
var kin = map[string]map[string]bool{
	"asyncio.AbstractEventLoop": words("AbstractEventLoop BaseEventLoop SelectorEventLoop EventLoop"),
}

// Carries reports whether instances of a library type, or of others that share
// its Go type, are of a class that is called last.
func Carries(name, last string) bool {
	return name[strings.LastIndex(name, ".")+1:] == last || kin[name][last]
}

// withs are the library's types whose Go types have a method With that runs a
// function as the body of async with.
var withs = words("asyncio.Lock asyncio.Semaphore asyncio.BoundedSemaphore asyncio.Condition asyncio.Server")

// HasWith reports whether the Go type of a library type has a method With.
func HasWith(name string) bool { return withs[name] }

// held are the library's types of which async with is Acquire before the body
// and Release after it, whatever happens.
var held = words("asyncio.Lock asyncio.Semaphore asyncio.BoundedSemaphore asyncio.Condition")

// IsHeld reports whether async with on a library type is its Acquire before the
// body and its Release after it.
func IsHeld(name string) bool { return held[name] }

// closedWhenDropped are the library's types whose last reference closes them, as
// their method Close does.
var closedWhenDropped = words("asyncio.StreamWriter")

// ClosedWhenDropped reports whether an instance of a library type is closed when its
// last reference goes.
func ClosedWhenDropped(name string) bool { return closedWhenDropped[name] }

// waitsFirst are the types of which async with may be a coroutine's first await.
var waitsFirst = words("asyncio.Lock asyncio.Semaphore asyncio.BoundedSemaphore")

// WaitsFirst reports whether the method With of a type may leave its coroutine
// at the coroutine's first await; see Entry.First.
func WaitsFirst(name string) bool { return waitsFirst[name] }

// GoType is the Go type that carries a library type: its package and name, or "".
func GoType(name string) (pkg, typ string) {
	pkg, typ, ok := strings.Cut(goTypes[name], ".")
	if !ok {
		return "", ""
	}
	return Packages[pkg], typ
}

// passing are the library's context managers that never suppress an exception:
// their types, and the functions that make them.
var passing = words(`asyncio.Lock asyncio.Semaphore asyncio.BoundedSemaphore asyncio.Condition asyncio.Server
	asyncio.TaskGroup asyncio.timeout asyncio.timeout_at asyncio.Runner open io.open io.StringIO io.BytesIO
	contextlib.closing contextlib.aclosing contextlib.nullcontext contextlib.redirect_stdout contextlib.redirect_stderr
	contextlib.chdir threading.Lock threading.RLock threading.Condition threading.Semaphore threading.BoundedSemaphore
	tempfile.TemporaryDirectory tempfile.NamedTemporaryFile tempfile.TemporaryFile os.scandir socket.socket
	subprocess.Popen concurrent.futures.ThreadPoolExecutor concurrent.futures.ProcessPoolExecutor
	sqlite3.connect gzip.open zipfile.ZipFile tarfile.open decimal.localcontext warnings.catch_warnings`)

// PassesOn reports whether a context manager of the library, named by its type
// or by the function that makes it, never suppresses an exception.
func PassesOn(name string) bool { return passing[name] }
