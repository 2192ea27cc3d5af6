package api

var dictModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "dict.clear", Sig: "(self: dict[K, V]) -> None", Go: "{self}.Clear()"},
	{Name: "dict.copy", Sig: "(self: dict[K, V]) -> dict[K, V]", Go: "{self}.Copy()"},
	{Name: "dict.get", Sig: "(self: dict[K, V], key: K, default: V) -> V", Go: "{self}.GetOr({key}, {default})"},
	{Name: "dict.get", Sig: "(self: dict[K, V], key: K) -> V | None", Go: "{self}.OrNone({key})", GoNil: "{self}.GetOr({key}, nil)"},
	{Name: "dict.get", Sig: "(self: dict[K, V], key) -> V | None", Keeps: true},
	{Name: "dict.get", Sig: "(self: dict[K, V], key, default: None) -> V | None", Keeps: true},
	{Name: "dict.get", Sig: "(self: dict[K, V], key, default) -> any", Keeps: true},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key: K) -> V", Go: "{self}.Pop({key})", Raises: []string{"KeyError"}},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key: K, default: V) -> V", Go: "{self}.PopOr({key}, {default})"},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key: K, default: None) -> V | None", Go: "{self}.PopOrNone({key})", GoNil: "{self}.PopOr({key}, nil)"},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key, default: None) -> V | None", Keeps: true},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key, default) -> any", Keeps: true},
	{Name: "dict.pop", Sig: "(self: dict[K, V], key) -> V", Keeps: true, Raises: []string{"KeyError"}},
	{Name: "dict.popitem", Sig: "(self: dict[K, V]) -> tuple[K, V]", Keeps: true, Raises: []string{"KeyError"}},
	{Name: "dict.setdefault", Sig: "(self: dict[K, V], key: +K, default: +V) -> V", Go: "{self}.SetDefault({key}, {default})"},
	{Name: "dict.update", Sig: "(self: dict[K, V], other: dict[K, V]) -> None", Go: "{self}.Update({other})", Keeps: true},
	{Name: "dict.keys", Sig: "(self: dict[K, V]) -> iterator[K]", Seq: "{self}.Keys()", Keeps: true},
	{Name: "dict.values", Sig: "(self: dict[K, V]) -> iterator[V]", Seq: "{self}.Values()", Keeps: true},
	{Name: "dict.items", Sig: "(self: dict[K, V]) -> iterator[tuple[K, V]]", Seq2: "{self}.All()", Keeps: true},
}}
