// Package atexit is Python's module atexit: functions that run when the program
// ends.
// https://docs.python.org/3.13/library/atexit.html
package atexit

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A callback is a function with its arguments; fn is nil once it has run or
// been unregistered.
type callback struct {
	fn   any
	args []any
	kw   py.Kwargs
}

// callbacks are those that are registered, in order.
var callbacks []*callback

// run calls the function, if it is still to be called.
func (c *callback) run() {
	if fn := c.fn; fn != nil {
		c.fn = nil
		py.CallKw(fn, c.args, c.kw)
	}
}

// live are the callbacks that are still to be called.
func live() []*callback {
	var list []*callback
	for _, c := range callbacks {
		if c.fn != nil {
			list = append(list, c)
		}
	}
	return list
}

// Module is the module atexit.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("atexit", "allow programmer to define multiple exit functions to be executed\nupon normal program termination.")
	m.Builtin("register(*args, **kwargs)", func(args, kwargs any) any {
		given := args.(py.Tuple)
		if len(given) == 0 {
			panic(exc.TypeError("register() takes at least 1 argument (0 given)"))
		}
		if !py.Callable(given[0]) {
			panic(exc.TypeError("the first argument must be callable"))
		}
		c := &callback{fn: given[0], args: given[1:], kw: py.KwFrom(kwargs)}
		callbacks = append(callbacks, c)
		py.AtExit(c.run)
		return given[0]
	})
	m.Builtin("unregister(func, /)", func(fn any) any {
		for _, c := range live() {
			if py.Equal(c.fn, fn) {
				c.fn = nil
			}
		}
		return nil
	})
	m.Builtin("_run_exitfuncs()", func() any {
		list := live()
		for i := len(list) - 1; i >= 0; i-- {
			list[i].run()
		}
		return nil
	})
	m.Builtin("_clear()", func() any {
		for _, c := range callbacks {
			c.fn = nil
		}
		return nil
	})
	m.Builtin("_ncallbacks()", func() any { return len(live()) })
	return m
})
