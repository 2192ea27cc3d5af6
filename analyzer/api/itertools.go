package api

// IsEndless reports whether the iterators that a function of the library makes
// never end.
func IsEndless(name string) bool { return name == "itertools.count" }

// itertoolsModule knows the elements of iterators.
var itertoolsModule = Module{Name: "itertools", Entries: []Entry{
	{Name: "count", Sig: "() -> iterator[int]", Go: "itertools.Count(0, 1)", Seq: "itertools.Numbers(0, 1)"},
	{Name: "count", Sig: "(start: int) -> iterator[int]", Go: "itertools.Count({start}, 1)", Seq: "itertools.Numbers({start}, 1)"},
	{Name: "count", Sig: "(start: int, step: int) -> iterator[int]", Go: "itertools.Count({start}, {step})", Seq: "itertools.Numbers({start}, {step})"},
	{Name: "islice", Sig: "(iterable: contents[T], stop) -> iterator[T]", Keeps: true},
	{Name: "islice", Sig: "(iterable: contents[T], start, stop) -> iterator[T]", Keeps: true},
	{Name: "islice", Sig: "(iterable: contents[T], start, stop, step) -> iterator[T]", Keeps: true},
	{Name: "chain", Sig: "(a: contents[T], b: contents[T]) -> iterator[T]", Keeps: true},
	{Name: "pairwise", Sig: "(iterable: contents[T]) -> iterator[tuple[T, T]]", Keeps: true},
	{Name: "cycle", Sig: "(iterable: contents[T]) -> iterator[T]", Keeps: true},
	{Name: "repeat", Sig: "(object: str, times?: int) -> iterator[str]"},
	{Name: "repeat", Sig: "(object: int, times?: int) -> iterator[int]"},
	{Name: "takewhile", Sig: "(predicate: function, iterable: contents[T]) -> iterator[T]", Keeps: true},
	{Name: "dropwhile", Sig: "(predicate: function, iterable: contents[T]) -> iterator[T]", Keeps: true},
}}
