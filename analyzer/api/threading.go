package api

// threadingModule knows what threads and their locks give.
var threadingModule = Module{Name: "threading", Entries: []Entry{
	{Name: "Event", Sig: "() -> threading.Event"},
	{Name: "Lock", Sig: "() -> threading.Lock"},
	{Name: "RLock", Sig: "() -> threading.RLock"},
	{Name: "Thread", Sig: "(group?, target?, name?, args?, kwargs?, *, daemon?) -> threading.Thread"},
	{Name: "get_ident", Sig: "() -> int"},
	{Name: "active_count", Sig: "() -> int", Bits: 31, NonNegative: true},
	{Name: "Event.wait", Sig: "(self: threading.Event, timeout?) -> bool"},
	{Name: "Event.is_set", Sig: "(self: threading.Event) -> bool"},
	{Name: "Event.set", Sig: "(self: threading.Event) -> None"},
	{Name: "Event.clear", Sig: "(self: threading.Event) -> None"},
	{Name: "Thread.start", Sig: "(self: threading.Thread) -> None"},
	{Name: "Thread.join", Sig: "(self: threading.Thread, timeout?) -> None"},
	{Name: "Thread.is_alive", Sig: "(self: threading.Thread) -> bool"},
	{Name: "Thread.name", Sig: "(self: threading.Thread) -> str", Attribute: true},
	{Name: "Thread.daemon", Sig: "(self: threading.Thread) -> bool", Attribute: true},
	{Name: "Lock.acquire", Sig: "(self: threading.Lock, blocking?, timeout?) -> bool"},
	{Name: "Lock.release", Sig: "(self: threading.Lock) -> None"},
	{Name: "Lock.__enter__", Sig: "(self: threading.Lock) -> bool"},
	{Name: "RLock.acquire", Sig: "(self: threading.RLock, blocking?, timeout?) -> bool"},
	{Name: "RLock.release", Sig: "(self: threading.RLock) -> None"},
	{Name: "RLock.__enter__", Sig: "(self: threading.RLock) -> bool"},
	{Name: "Lock.locked", Sig: "(self: threading.Lock) -> bool"},
}}
