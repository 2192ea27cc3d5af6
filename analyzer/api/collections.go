package api

var collectionsModule = Module{Name: "collections", Package: Packages["collections"], Entries: []Entry{
	{Name: "deque", Sig: "() -> collections.deque[T]", Go: "collections.NewDeque[T]()"},
	{Name: "deque", Sig: "(iterable: iterable[T]) -> collections.deque[T]", Go: "collections.DequeFrom({iterable|seq})", Keeps: true},
	{Name: "deque", Sig: "(*, maxlen: int) -> collections.deque[T]", Go: "collections.NewBoundedDeque[T]({maxlen})", Raises: []string{"ValueError"}},
	{Name: "deque", Sig: "(iterable: iterable[T], maxlen: int) -> collections.deque[T]", Go: "collections.BoundedDequeFrom({iterable|seq}, {maxlen})", Keeps: true, Raises: []string{"ValueError"}},
	{Name: "deque.append", Sig: "(self: collections.deque[T], item: +T) -> None", Go: "{self}.Append({item})"},
	{Name: "deque.appendleft", Sig: "(self: collections.deque[T], item: +T) -> None", Go: "{self}.AppendLeft({item})"},
	{Name: "deque.pop", Sig: "(self: collections.deque[T]) -> T", Go: "{self}.Pop()", Raises: []string{"IndexError"}},
	{Name: "deque.popleft", Sig: "(self: collections.deque[T]) -> T", Go: "{self}.PopLeft()", Raises: []string{"IndexError"}},
	{Name: "deque.extend", Sig: "(self: collections.deque[T], iterable: collections.deque[T]) -> None", Go: "{self}.Extend(slices.Values(slices.Collect({iterable|seq})))", Keeps: true},
	{Name: "deque.extend", Sig: "(self: collections.deque[T], iterable: iterable[T]) -> None", Go: "{self}.Extend({iterable|seq})", Keeps: true},
	{Name: "deque.extendleft", Sig: "(self: collections.deque[T], iterable: collections.deque[T]) -> None", Go: "{self}.ExtendLeft(slices.Values(slices.Collect({iterable|seq})))", Keeps: true},
	{Name: "deque.extendleft", Sig: "(self: collections.deque[T], iterable: iterable[T]) -> None", Go: "{self}.ExtendLeft({iterable|seq})", Keeps: true},
	{Name: "deque.insert", Sig: "(self: collections.deque[T], index: int, value: +T) -> None", Go: "{self}.Insert({index}, {value})", Raises: []string{"IndexError"}},
	{Name: "deque.rotate", Sig: "(self: collections.deque[T], n: int) -> None", Go: "{self}.Rotate({n})"},
	{Name: "deque.clear", Sig: "(self: collections.deque[T]) -> None", Go: "{self}.Clear()"},
	{Name: "deque.reverse", Sig: "(self: collections.deque[T]) -> None", Go: "{self}.Reverse()"},
	{Name: "deque.copy", Sig: "(self: collections.deque[T]) -> collections.deque[T]", Go: "{self}.Copy()"},
	{Name: "deque.remove", Sig: "(self: collections.deque[T], value: T) -> None", Go: "{self}.Remove({value})", Raises: []string{"ValueError"}},
	{Name: "deque.index", Sig: "(self: collections.deque[T], value: T) -> int", Go: "{self}.Index({value})", Raises: []string{"ValueError"}, Bits: 31, NonNegative: true},
	{Name: "deque.count", Sig: "(self: collections.deque[T], value: T) -> int", Go: "{self}.Count({value})", Bits: 31, NonNegative: true},
}}
