package concurrentfutures

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio/executor"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func addSubmodules(m *py.Module) {
	m.Set("thread", py.NewModule("concurrent.futures.thread", "").
		Set("ThreadPoolExecutor", executor.ThreadPoolExecutorClass).
		Set("BrokenThreadPool", executor.BrokenThreadPool))
	m.Set("process", py.NewModule("concurrent.futures.process", "").
		Set("ProcessPoolExecutor", executor.ProcessPoolExecutorClass).
		Set("BrokenProcessPool", executor.BrokenProcessPool))
	base := py.NewModule("concurrent.futures._base", "")
	for _, name := range strings.Fields(`ALL_COMPLETED BrokenExecutor CancelledError Executor FIRST_COMPLETED
		FIRST_EXCEPTION Future InvalidStateError TimeoutError`) {
		base.Set(name, m.Attr(name))
	}
	m.Set("_base", base)
}

// Submodule is one of the modules that the package concurrent.futures consists of.
func Submodule(name string) *py.Module { return Module().Attr(name).(*py.Module) }
