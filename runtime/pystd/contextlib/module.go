// Package contextlib is Python's module contextlib.
package contextlib

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module returns the module contextlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("contextlib", "Utilities for with-statement contexts.  See PEP 343.")
	m.Class(decoratorClass())
	m.Class(asyncDecoratorClass())
	m.Class(abstractContextManager())
	m.Class(abstractAsyncContextManager())
	m.Func("contextmanager(func)", ContextManager)
	m.Func("asynccontextmanager(func)", AsyncContextManager)
	m.Class(exitStackClass)
	m.Class(asyncExitStackClass)
	addManagers(m)
	return m
})
