package api

var jsonModule = Module{Name: "json", Package: runtimePath + "pystd/json", Entries: []Entry{
	{Name: "dumps", Sig: "(obj) -> str", Go: "json.Dumps({obj})", Keeps: true},
	{Name: "dumps", Sig: "(obj, *, indent: int) -> str", Go: "json.DumpsIndent({obj}, {indent})", Keeps: true},
	{Name: "dumps", Sig: "(obj, *, indent?, sort_keys?: bool, separators?, ensure_ascii?: bool, default?: function) -> str", Keeps: true},
	{Name: "loads", Sig: "(s: str) -> any", Go: "json.Loads({s})"},
}}
