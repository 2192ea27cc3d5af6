package api

var timeModule = Module{Name: "time", Package: runtimePath + "pystd/time", Entries: []Entry{
	{Name: "sleep", Sig: "(seconds: float) -> None", Go: "pytime.Sleep({seconds})", Literal: "time.Sleep({seconds|seconds})", Raises: []string{"ValueError"}, Blocks: "await asyncio.sleep instead"},
	{Name: "perf_counter", Sig: "() -> float", Go: "pytime.PerfCounter()"},
	{Name: "monotonic", Sig: "() -> float", Go: "pytime.Monotonic()"},
	{Name: "time", Sig: "() -> float", Go: "pytime.Time()"},
}}
