package api

// inspectModule knows that the tests of inspect give bools.
var inspectModule = Module{Name: "inspect", Entries: []Entry{
	{Name: "isawaitable", Sig: "(object) -> bool"},
	{Name: "iscoroutine", Sig: "(object) -> bool"},
	{Name: "iscoroutinefunction", Sig: "(object) -> bool"},
	{Name: "isfunction", Sig: "(object) -> bool"},
	{Name: "isclass", Sig: "(object) -> bool"},
	{Name: "ismethod", Sig: "(object) -> bool"},
	{Name: "isgenerator", Sig: "(object) -> bool"},
	{Name: "isasyncgen", Sig: "(object) -> bool"},
}}
