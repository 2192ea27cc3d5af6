// Package robotparser is Python's module urllib.robotparser: what a site lets
// crawlers fetch.
// https://docs.python.org/3.13/library/urllib.robotparser.html
package robotparser

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module urllib.robotparser.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("urllib.robotparser", "")
	m.Class(parserClass)
	m.Set("RequestRate", rateClass)
	return m
})
