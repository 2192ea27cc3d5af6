package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// sysModule knows what the interpreter tells.
var sysModule = Module{Name: "sys", Entries: []Entry{
	{Name: "exit", Sig: "() -> None", Go: "sys.Exit(nil)"},
	{Name: "exit", Sig: "(status, /) -> None", Go: "sys.Exit({status})"},
}, Constants: []Constant{
	{Name: "platform", Type: types.Str},
	{Name: "byteorder", Type: types.Str},
	{Name: "version", Type: types.Str},
}}
