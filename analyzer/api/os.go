package api

import "github.com/pyasync2go/pyasync2go/analyzer/types"

// osModule knows what the operating system tells.
var osModule = Module{Name: "os", Entries: []Entry{
	{Name: "getcwd", Sig: "() -> str"},
	{Name: "getenv", Sig: "(key: str) -> str | None"},
	{Name: "getpid", Sig: "() -> int", Bits: 32, NonNegative: true},
	{Name: "getenv", Sig: "(key: str, default: str) -> str"},
	{Name: "_Environ.get", Sig: "(self: os._Environ, key: str) -> str | None"},
	{Name: "_Environ.get", Sig: "(self: os._Environ, key: str, default: str) -> str"},
	{Name: "_Environ.__getitem__", Sig: "(self: os._Environ, key: str) -> str"},
	{Name: "_Environ.__iter__", Sig: "(self: os._Environ) -> iterator[str]"},
	{Name: "remove", Sig: "(path) -> None"},
	{Name: "unlink", Sig: "(path) -> None"},
	{Name: "rmdir", Sig: "(path) -> None"},
	{Name: "makedirs", Sig: "(name, mode?, exist_ok?) -> None"},
	{Name: "mkdir", Sig: "(path, mode?) -> None"},
}, Constants: []Constant{
	{Name: "environ", Type: &types.Object{Name: "os._Environ"}},
	{Name: "sep", Type: types.Str},
	{Name: "linesep", Type: types.Str},
	{Name: "name", Type: types.Str},
	{Name: "pathsep", Type: types.Str},
}}
