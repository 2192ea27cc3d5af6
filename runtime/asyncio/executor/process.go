package executor

import (
	"runtime"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// DefaultProcesses is the default of ProcessPoolExecutor's max_workers.
func DefaultProcesses() int { return min(61, runtime.NumCPU()) }

// CopyValue copies a value as pickling it into another process and back would.
// It is set by the module that knows how (copy); until then containers are
// copied and everything else is shared.
var CopyValue func(v any) any

func copyValue(v any) any {
	if CopyValue != nil {
		return CopyValue(v)
	}
	return copyContainers(v)
}

func copyContainers(v any) any {
	switch c := v.(type) {
	case py.Tuple:
		items := make(py.Tuple, len(c))
		for i, item := range c {
			items[i] = copyContainers(item)
		}
		return items
	case *py.List[any]:
		items := py.ListOf[any]()
		for item := range c.All() {
			items.Append(copyContainers(item))
		}
		return items
	case *py.Dict[any, any]:
		items := py.DictOf[any, any]()
		for k, item := range c.All() {
			items.Set(copyContainers(k), copyContainers(item))
		}
		return items
	}
	return v
}
