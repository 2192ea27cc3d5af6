package api

var listModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "list.append", Sig: "(self: list[T], object: +T) -> None", Go: "{self}.Append({object})"},
	{Name: "list.insert", Sig: "(self: list[T], index: int, object: +T) -> None", Go: "{self}.Insert({index}, {object})"},
	{Name: "list.extend", Sig: "(self: list[T], items: list[T]) -> None", Go: "{self}.ExtendList({items})", Keeps: true},
	{Name: "list.extend", Sig: "(self: list[T], items: iterable[T]) -> None", Go: "{self}.Extend({items|seq})", Keeps: true},
	{Name: "list.pop", Sig: "(self: list[T]) -> T", Go: "{self}.Pop()", Raises: []string{"IndexError"}},
	{Name: "list.pop", Sig: "(self: list[T], index: int) -> T", Go: "{self}.PopAt({index})", Raises: []string{"IndexError"}},
	{Name: "list.clear", Sig: "(self: list[T]) -> None", Go: "{self}.Clear()"},
	{Name: "list.reverse", Sig: "(self: list[T]) -> None", Go: "{self}.Reverse()"},
	{Name: "list.copy", Sig: "(self: list[T]) -> list[T]", Go: "{self}.Copy()"},
	{Name: "list.remove", Sig: "(self: list[T], value: T) -> None", Go: "{self}.Remove({value})", Raises: []string{"ValueError"}},
	{Name: "list.index", Sig: "(self: list[T], value: T) -> int", Go: "{self}.Index({value})", Raises: []string{"ValueError"}, Bits: 31},
	{Name: "list.count", Sig: "(self: list[T], value: T) -> int", Go: "{self}.Count({value})", Bits: 31, NonNegative: true},
	{Name: "list.sort", Sig: "(self: list[T]) -> None", Go: "{self}.Sort()", Raises: []string{"TypeError"}},
	{Name: "list.sort", Sig: "(self: list[T], *, key: func[T, K]) -> None", Go: "py.SortKey({self}, {key}, false)", Keeps: true},
	{Name: "list.sort", Sig: "(self: list[T], *, key: func[T, K], reverse: bool) -> None", Go: "py.SortKey({self}, {key}, {reverse})", Keeps: true},
	{Name: "list.sort", Sig: "(self: list[T], *, key?: function, reverse?: bool) -> None", Keeps: true},
}}
