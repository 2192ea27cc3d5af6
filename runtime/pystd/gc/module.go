// Package gc is Python's module gc, as far as it makes sense for Go's collector:
// it can be asked to run and be turned off.
// https://docs.python.org/3.13/library/gc.html
package gc

import (
	"runtime/debug"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// collector is the state that a program can set.
var collector = struct {
	enabled    bool
	percent    int // of growth at which Go's collector runs, while it is off
	thresholds py.Tuple
	debug      int
}{enabled: true, thresholds: py.Tuple{2000, 10, 10}}

func enable() {
	if !collector.enabled {
		debug.SetGCPercent(collector.percent)
		collector.enabled = true
	}
}

func disable() {
	if collector.enabled {
		collector.percent = debug.SetGCPercent(-1)
		collector.enabled = false
	}
}

// Module is the module gc.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("gc", "This module provides access to the garbage collector for reference cycles.")
	m.Builtin("enable()", func() any { enable(); return nil })
	m.Builtin("disable()", func() any { disable(); return nil })
	m.Builtin("isenabled()", func() any { return collector.enabled })
	m.Builtin("collect(generation=2)", func(generation any) any {
		if n := number.CInt(generation); n < 0 || n > 2 {
			panic(exc.ValueError("invalid generation"))
		}
		py.Collect()
		py.Collected()
		return 0
	})
	m.Builtin("get_threshold()", func() any { return collector.thresholds })
	m.Builtin("set_threshold(threshold0, threshold1=, threshold2=, /)", func(a, b, c any) any {
		set := py.Tuple{number.CInt(a), collector.thresholds[1], collector.thresholds[2]}
		for i, v := range []any{b, c} {
			if v != py.NotImplemented {
				set[i+1] = number.CInt(v)
			}
		}
		collector.thresholds = set
		return nil
	}, py.NotImplemented, py.NotImplemented)
	m.Builtin("set_debug(flags, /)", func(flags any) any {
		collector.debug = number.CInt(flags)
		return nil
	})
	m.Builtin("get_debug()", func() any { return collector.debug })
	m.Builtin("freeze()", func() any { return nil })
	m.Builtin("unfreeze()", func() any { return nil })
	m.Set("garbage", py.ListOf[any]()).Set("callbacks", py.ListOf[any]())
	for i, name := range []string{"DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE"} {
		m.Set(name, 1<<i)
	}
	return m.Set("DEBUG_SAVEALL", 32).Set("DEBUG_LEAK", 38)
})
