// Package timeit is Python's module timeit, for statements that are functions: Go
// has no evaluation of source text.
// https://docs.python.org/3.13/library/timeit.html
package timeit

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

const (
	defaultNumber = 1000000
	defaultRepeat = 5
)

// Module is the module timeit.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("timeit", "Tool for measuring execution time of small code snippets.")
	clock := time.Module().Attr("perf_counter")
	m.Set("default_timer", clock).Set("default_number", defaultNumber).Set("default_repeat", defaultRepeat)
	timer := m.Class(define.Class("timeit", "Timer", nil, func(b *define.Body) {
		b.Method("__init__(self, stmt='pass', setup='pass', timer=, globals=None)", func(self, stmt, setup, timer, _ any) any {
			py.SetAttr(self, "stmt", function(stmt))
			py.SetAttr(self, "setup", function(setup))
			py.SetAttr(self, "timer", timer)
			return nil
		}, clock)
		b.Method("timeit(self, number=1000000)", measure)
		b.Method("repeat(self, repeat=5, number=1000000)", func(self, times, number any) any {
			results := py.ListOf[any]()
			for range py.As[int](times) {
				results.Append(measure(self, number))
			}
			return results
		})
		b.Method("autorange(self, callback=None)", func(self, callback any) any {
			for scale := 1; ; scale *= 10 {
				for _, step := range []int{1, 2, 5} {
					taken := measure(self, scale*step)
					if callback != nil {
						py.Call(callback, scale*step, taken)
					}
					if py.GreaterEqual(taken, 0.2) {
						return py.Tuple{scale * step, taken}
					}
				}
			}
		})
	}))
	m.Func("timeit(stmt='pass', setup='pass', timer=, number=1000000, globals=None)", func(stmt, setup, clock, number, _ any) any {
		return measure(py.Call(timer, stmt, setup, clock), number)
	}, clock)
	m.Func("repeat(stmt='pass', setup='pass', timer=, repeat=5, number=1000000, globals=None)", func(stmt, setup, clock, times, number, _ any) any {
		return py.CallMethod(py.Call(timer, stmt, setup, clock), "repeat", times, number)
	}, clock)
	return m
})

// function is a statement as a function. Of those that are texts only "pass" is
// one.
func function(stmt any) any {
	if text, ok := py.Payload(stmt).(string); ok {
		if text != "pass" {
			panic(exc.NotImplementedError("timeit of source text is not supported: pass a function"))
		}
		return nil
	}
	if !py.Truth(py.Call(py.Builtin("callable"), stmt)) {
		panic(exc.ValueError("stmt is neither a string nor callable"))
	}
	return stmt
}

func measure(self, number any) any {
	stmt, setup, timer := py.GetAttr(self, "stmt"), py.GetAttr(self, "setup"), py.GetAttr(self, "timer")
	if setup != nil {
		py.Call(setup)
	}
	begin := py.Call(timer)
	if stmt != nil {
		for range py.As[int](number) {
			py.Call(stmt)
		}
	}
	return py.Sub(py.Call(timer), begin)
}
