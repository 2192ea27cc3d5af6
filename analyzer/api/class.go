package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

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
	}
	return ""
}

// goTypes are the Go types of the library's types.
var goTypes = map[string]string{
	"asyncio.Queue": "Queue", "asyncio.LifoQueue": "LifoQueue", "asyncio.PriorityQueue": "PriorityQueue",
	"asyncio.Task": "Task", "asyncio.Future": "Future", "asyncio.Lock": "Lock", "asyncio.Event": "Event",
	"asyncio.Condition": "Condition", "asyncio.Semaphore": "Semaphore", "asyncio.BoundedSemaphore": "BoundedSemaphore",
	"asyncio.TaskGroup": "TaskGroup", "asyncio.StreamReader": "StreamReader", "asyncio.StreamWriter": "StreamWriter",
	"asyncio.Server": "Server",
}

// generic are the library's types whose Go types have type parameters.
var generic = words("asyncio.Queue asyncio.LifoQueue asyncio.PriorityQueue asyncio.Task asyncio.Future")

// IsPlain reports whether a name is that of a library type with a Go type
// without type parameters, so that the name alone, as an annotation, tells it.
func IsPlain(name string) bool { return goTypes[name] != "" && !generic[name] }

// withs are the library's types whose Go types have a method With that runs a
// function as the body of async with.
var withs = words("asyncio.Lock asyncio.Semaphore asyncio.BoundedSemaphore asyncio.Condition asyncio.Server")

// HasWith reports whether the Go type of a library type has a method With.
func HasWith(name string) bool { return withs[name] }

// GoType is the Go type that carries a library type: its package and name, or "".
func GoType(name string) (pkg, typ string) {
	if typ, ok := goTypes[name]; ok {
		return Packages["asyncio"], typ
	}
	return "", ""
}
