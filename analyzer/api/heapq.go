package api

var heapqModule = Module{Name: "heapq", Package: Packages["heapq"], Entries: []Entry{
	{Name: "heappush", Sig: "(heap: list[T], item: +T) -> None", Go: "heapq.Push({heap}, {item})"},
	{Name: "heappop", Sig: "(heap: list[T]) -> T", Go: "heapq.Pop({heap})", Raises: []string{"IndexError"}},
	{Name: "heapreplace", Sig: "(heap: list[T], item: +T) -> T", Go: "heapq.Replace({heap}, {item})", Raises: []string{"IndexError"}},
	{Name: "heappushpop", Sig: "(heap: list[T], item: +T) -> T", Go: "heapq.PushPop({heap}, {item})"},
	{Name: "heapify", Sig: "(heap: list[T]) -> None", Go: "heapq.Heapify({heap})"},
}}
