package api

var timeModule = Module{Name: "time", Package: runtimePath + "pystd/time", Entries: []Entry{
	{Name: "sleep", Sig: "(seconds: float) -> None", Go: "time.Sleep({seconds|seconds})", Locks: true, Unlocking: "pytime.Sleep({seconds})", Blocks: "await asyncio.sleep instead"},
	{Name: "perf_counter", Sig: "() -> float", Go: "pytime.PerfCounter()"},
	{Name: "monotonic", Sig: "() -> float", Go: "pytime.Monotonic()"},
	{Name: "time", Sig: "() -> float", Go: "pytime.Time()"},
}}
