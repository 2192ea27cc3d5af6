package api

// osPathModule knows what parts of paths are.
var osPathModule = Module{Name: "os.path", Entries: []Entry{
	{Name: "join", Sig: "(a: str, *rest: str) -> str"},
	{Name: "basename", Sig: "(path: str) -> str"},
	{Name: "dirname", Sig: "(path: str) -> str"},
	{Name: "abspath", Sig: "(path: str) -> str"},
	{Name: "realpath", Sig: "(path: str) -> str"},
	{Name: "normpath", Sig: "(path: str) -> str"},
	{Name: "expanduser", Sig: "(path: str) -> str"},
	{Name: "exists", Sig: "(path) -> bool"},
	{Name: "isfile", Sig: "(path) -> bool"},
	{Name: "isdir", Sig: "(path) -> bool"},
	{Name: "isabs", Sig: "(path) -> bool"},
	{Name: "islink", Sig: "(path) -> bool"},
	{Name: "split", Sig: "(path: str) -> tuple[str, str]"},
	{Name: "splitext", Sig: "(path: str) -> tuple[str, str]"},
	{Name: "getsize", Sig: "(path) -> int", Bits: 62, NonNegative: true},
}}
