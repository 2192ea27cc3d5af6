package api

var timeModule = Module{Name: "time", Package: runtimePath + "pystd/time", Entries: []Entry{
	{Name: "sleep", Sig: "(seconds: float) -> None", Go: "time.Sleep({seconds|seconds})", Locks: true, Blocks: "await asyncio.sleep instead"},
	{Name: "perf_counter", Sig: "() -> float", Go: "pytime.PerfCounter()"},
	{Name: "monotonic", Sig: "() -> float", Go: "pytime.Monotonic()"},
	{Name: "time", Sig: "() -> float", Go: "pytime.Time()"},
}}

var mathModule = Module{Name: "math", Package: runtimePath + "pystd/math"}

var jsonModule = Module{Name: "json", Package: runtimePath + "pystd/json"}

var randomModule = Module{Name: "random", Package: runtimePath + "pystd/random"}
