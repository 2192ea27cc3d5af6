package time

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

// clocks are the C functions behind the clocks of CPython on Linux.
var clocks = map[string]struct {
	implementation        string
	monotonic, adjustable bool
}{
	"time":         {"clock_gettime(CLOCK_REALTIME)", false, true},
	"monotonic":    {"clock_gettime(CLOCK_MONOTONIC)", true, false},
	"perf_counter": {"clock_gettime(CLOCK_MONOTONIC)", true, false},
	"process_time": {"clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
	"thread_time":  {"clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
}

var namespace = sync.OnceValue(func() any { return types.Module().Attr("SimpleNamespace") })

// clockInfo is get_clock_info(name). It raises ValueError.
func clockInfo(name any) any {
	text, ok := py.Payload(name).(string)
	if !ok {
		panic(exc.TypeError("get_clock_info() argument 1 must be str, not %s", py.TypeOf(name).Name()))
	}
	c, ok := clocks[text]
	if !ok {
		panic(exc.ValueError("unknown clock"))
	}
	return py.CallKw(namespace(), nil, py.Kwargs{
		{Name: "implementation", Value: c.implementation}, {Name: "monotonic", Value: c.monotonic},
		{Name: "adjustable", Value: c.adjustable}, {Name: "resolution", Value: 1e-09},
	})
}
