package api

var asyncioModule = Module{Name: "asyncio", Package: Packages["asyncio"], Entries: []Entry{
	{Name: "sleep", Sig: "(delay: float) -> None", Go: "asyncio.Sleep(ctx, {delay|seconds})", Async: true},
}}
