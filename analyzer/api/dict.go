package api

var dictModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "dict.clear", Sig: "(self: dict[K, V]) -> None", Go: "{self}.Clear()"},
	{Name: "dict.copy", Sig: "(self: dict[K, V]) -> dict[K, V]", Go: "{self}.Copy()"},
	{Name: "dict.get", Sig: "(self: dict[K, V], key: K, default: V) -> V", Go: "{self}.GetOr({key}, {default})"},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key: K) -> V", Go: "{self}.Pop({key})"},
	{Name: "dict.setdefault", Sig: "(self: dict[K, V], key: K, default: V) -> V", Go: "{self}.SetDefault({key}, {default})"},
}}

var setModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "set.add", Sig: "(self: set[T], item: T) -> None", Go: "{self}.Add({item})"},
	{Name: "set.discard", Sig: "(self: set[T], item: T) -> None", Go: "{self}.Discard({item})"},
	{Name: "set.remove", Sig: "(self: set[T], item: T) -> None", Go: "{self}.Remove({item})"},
	{Name: "set.clear", Sig: "(self: set[T]) -> None", Go: "{self}.Clear()"},
}}
