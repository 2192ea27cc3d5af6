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
}

// GoType is the Go type that carries a library type: its package and name, or "".
func GoType(name string) (pkg, typ string) {
	if typ, ok := goTypes[name]; ok {
		return Packages["asyncio"], typ
	}
	return "", ""
}
