// Package asynciolog is Python's module asyncio.log.
package asynciolog

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

// Module is the Python module asyncio.log.
var Module = sync.OnceValue(func() *py.Module {
	return py.NewModule("asyncio.log", "Logging configuration.").
		Set("logger", logging.GetLogger("asyncio"))
})
