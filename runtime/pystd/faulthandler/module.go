// Package faulthandler is Python's module faulthandler. Faults of converted
// programs are reported by Go, whether it is enabled or not.
// https://docs.python.org/3.13/library/faulthandler.html
package faulthandler

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module faulthandler.
var Module = sync.OnceValue(func() *py.Module {
	enabled := false
	m := py.NewModule("faulthandler", "faulthandler module.")
	m.Builtin("enable(file=None, all_threads=True)", func(_, _ any) any {
		enabled = true
		return nil
	})
	m.Builtin("disable()", func() any {
		was := enabled
		enabled = false
		return was
	})
	m.Builtin("is_enabled()", func() any { return enabled })
	return m
})
