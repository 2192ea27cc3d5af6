package api

// typingModule knows what makes type variables.
var typingModule = Module{Name: "typing", Entries: []Entry{
	{Name: "TypeVar", Sig: "(name: str, *constraints, bound?, covariant?, contravariant?) -> typing.TypeVar"},
	{Name: "ParamSpec", Sig: "(name: str) -> typing.ParamSpec"},
}}
