package api

var setModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "set.add", Sig: "(self: set[T], item: +T) -> None", Go: "{self}.Add({item})"},
	{Name: "set.discard", Sig: "(self: set[T], item: T) -> None", Go: "{self}.Discard({item})"},
	{Name: "set.remove", Sig: "(self: set[T], item: T) -> None", Go: "{self}.Remove({item})", Raises: []string{"KeyError"}},
	{Name: "set.pop", Sig: "(self: set[T]) -> T", Go: "{self}.Pop()", Raises: []string{"KeyError"}},
	{Name: "set.clear", Sig: "(self: set[T]) -> None", Go: "{self}.Clear()"},
	{Name: "set.copy", Sig: "(self: set[T]) -> set[T]", Go: "{self}.Copy()"},
	{Name: "set.update", Sig: "(self: set[T], items: iterable[T]) -> None", Go: "{self}.Update({items|seq})", Keeps: true},
	{Name: "set.union", Sig: "(self: set[T], other: set[T]) -> set[T]", Go: "{self}.Union({other})", Keeps: true},
	{Name: "set.intersection", Sig: "(self: set[T], other: set[T]) -> set[T]", Go: "{self}.Intersection({other})", Keeps: true},
	{Name: "set.difference", Sig: "(self: set[T], other: set[T]) -> set[T]", Go: "{self}.Difference({other})", Keeps: true},
	{Name: "set.symmetric_difference", Sig: "(self: set[T], other: set[T]) -> set[T]", Go: "{self}.SymmetricDifference({other})", Keeps: true},
	{Name: "set.issubset", Sig: "(self: set[T], other: set[T]) -> bool", Go: "{self}.IsSubset({other})", Keeps: true},
	{Name: "set.issuperset", Sig: "(self: set[T], other: set[T]) -> bool", Go: "{self}.IsSuperset({other})", Keeps: true},
	{Name: "set.isdisjoint", Sig: "(self: set[T], other: set[T]) -> bool", Go: "{self}.IsDisjoint({other})", Keeps: true},
}}
