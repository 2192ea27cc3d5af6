package api

// queueEntries are the entries of a class of queues, which have all the same
// methods.
func queueEntries(name string) []Entry {
	class := "asyncio." + name + "[T]"
	return []Entry{
		{Name: name, Sig: "() -> " + class, Go: "asyncio.New" + name + "[T](0)"},
		{Name: name, Sig: "(maxsize: int) -> " + class, Go: "asyncio.New" + name + "[T]({maxsize})"},
		{Name: name + ".put", Qualname: "Queue.put", Sig: "(self: " + class + ", item: +T) -> None", Go: "{self}.Put(ctx, {item})", Async: true},
		{Name: name + ".get", Qualname: "Queue.get", Sig: "(self: " + class + ") -> T", Go: "{self}.Get(ctx)", Async: true, First: true},
		{Name: name + ".put_nowait", Sig: "(self: " + class + ", item: +T) -> None", Go: "{self}.PutNowait({item})", Fails: true},
		{Name: name + ".get_nowait", Sig: "(self: " + class + ") -> T", Go: "{self}.GetNowait()", Fails: true},
		{Name: name + ".task_done", Sig: "(self: " + class + ") -> None", Go: "{self}.TaskDone()"},
		{Name: name + ".join", Qualname: "Queue.join", Sig: "(self: " + class + ") -> None", Go: "{self}.Join(ctx)", Async: true},
		{Name: name + ".qsize", Sig: "(self: " + class + ") -> int", Go: "{self}.Len()", Bits: 31},
		{Name: name + ".empty", Sig: "(self: " + class + ") -> bool", Go: "{self}.Empty()"},
		{Name: name + ".full", Sig: "(self: " + class + ") -> bool", Go: "{self}.Full()"},
	}
}
