package api

var builtinsModule = Module{Name: "builtins", Package: Packages["py"], Entries: []Entry{
	{Name: "len", Sig: "(obj: str) -> int", Go: "py.StrLen({obj})", Keeps: true},
	{Name: "len", Sig: "(obj: bytes) -> int", Go: "len({obj})", Keeps: true},
	{Name: "len", Sig: "(obj: list[T]) -> int", Go: "{obj}.Len()", Keeps: true},
	{Name: "len", Sig: "(obj: dict[K, V]) -> int", Go: "{obj}.Len()", Keeps: true},
	{Name: "len", Sig: "(obj: set[T]) -> int", Go: "{obj}.Len()", Keeps: true},
	{Name: "len", Sig: "(obj) -> int", Go: "py.Len({obj})", Keeps: true},

	{Name: "str", Sig: "(obj: str) -> str", Go: "{obj}", Keeps: true},
	{Name: "str", Sig: "(obj: int) -> str", Go: "strconv.Itoa({obj})", Keeps: true},
	{Name: "str", Sig: "(obj) -> str", Go: "py.Str({obj})", Keeps: true},
	{Name: "repr", Sig: "(obj) -> str", Go: "py.Repr({obj})", Keeps: true},
	{Name: "ascii", Sig: "(obj) -> str", Go: "py.ASCII({obj})", Keeps: true},
	{Name: "format", Sig: "(value, format_spec: str) -> str", Go: "py.Format({value}, {format_spec})", Keeps: true},
	{Name: "int", Sig: "(x: int) -> int", Go: "{x}"},
	{Name: "float", Sig: "(x: float) -> float", Go: "{x}"},
	{Name: "bool", Sig: "(x) -> bool", Go: "py.Truth({x})", Keeps: true},
	{Name: "ord", Sig: "(c: str) -> int", Go: "py.Ord({c})"},
	{Name: "chr", Sig: "(i: int) -> str", Go: "py.Chr({i})"},

	{Name: "abs", Sig: "(x: float) -> float", Go: "math.Abs({x})"},
	{Name: "min", Sig: "(a: int, b: int) -> int", Go: "min({a}, {b})"},
	{Name: "max", Sig: "(a: int, b: int) -> int", Go: "max({a}, {b})"},

	{Name: "isinstance", Sig: "(obj, cls) -> bool", Go: "py.IsInstance({obj}, {cls})", Keeps: true},
	{Name: "issubclass", Sig: "(obj, cls) -> bool", Go: "py.IsSubclass({obj}, {cls})", Keeps: true},
	{Name: "hasattr", Sig: "(obj, name: str) -> bool", Go: "py.HasAttr({obj}, {name})", Keeps: true},
	{Name: "getattr", Sig: "(obj, name: str) -> any", Go: "py.GetAttr({obj}, {name})"},
	{Name: "callable", Sig: "(obj) -> bool", Go: "py.Truth(py.Call(py.Builtin(\"callable\"), {obj}))", Keeps: true},
	{Name: "hash", Sig: "(obj) -> int", Go: "py.Hash({obj})", Keeps: true},
	{Name: "iter", Sig: "(obj) -> any", Go: "py.GetIter({obj})"},

	{Name: "sorted", Sig: "(items: iterable[T]) -> list[T]", Go: "py.ListFrom({items|seq}).Sorted()", Keeps: true},
	{Name: "list", Sig: "(items: iterable[T]) -> list[T]", Go: "py.ListFrom({items|seq})", Keeps: true},
	{Name: "set", Sig: "(items: iterable[T]) -> set[T]", Go: "py.SetFrom({items|seq})", Keeps: true},
	{Name: "sum", Sig: "(items: list[float]) -> any", Keeps: true},
	{Name: "print", Sig: "(*args) -> None", Go: "py.Print({args})", Keeps: true},
}}
