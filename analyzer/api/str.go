package api

var strModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "str.upper", Sig: "(self: str) -> str", Go: "py.StrUpper({self})"},
	{Name: "str.lower", Sig: "(self: str) -> str", Go: "py.StrLower({self})"},
	{Name: "str.title", Sig: "(self: str) -> str", Go: "py.StrTitle({self})"},
	{Name: "str.capitalize", Sig: "(self: str) -> str", Go: "py.StrCapitalize({self})"},
	{Name: "str.strip", Sig: "(self: str) -> str", Go: "py.StrStrip({self}, nil)"},
	{Name: "str.startswith", Sig: "(self: str, prefix: str) -> bool", Go: "strings.HasPrefix({self}, {prefix})"},
	{Name: "str.endswith", Sig: "(self: str, suffix: str) -> bool", Go: "strings.HasSuffix({self}, {suffix})"},
	{Name: "str.replace", Sig: "(self: str, old: str, new: str) -> str", Go: "strings.ReplaceAll({self}, {old}, {new})"},
	{Name: "str.split", Sig: "(self: str) -> list[str]", Go: "py.StrFields({self})"},
	{Name: "str.splitlines", Sig: "(self: str) -> list[str]", Go: "py.StrSplitLines({self})"},
	{Name: "str.join", Sig: "(self: str, items: iterable[str]) -> str", Go: "py.StrJoin({self}, {items|seq})", Keeps: true},
	{Name: "str.isdigit", Sig: "(self: str) -> bool", Go: "py.StrIsDigit({self})"},
	{Name: "str.isalpha", Sig: "(self: str) -> bool", Go: "py.StrIsAlpha({self})"},
	{Name: "str.isalnum", Sig: "(self: str) -> bool", Go: "py.StrIsAlnum({self})"},
}}
