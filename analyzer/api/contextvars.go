package api

// contextvarsModule knows what context variables give.
var contextvarsModule = Module{Name: "contextvars", Entries: []Entry{
	{Name: "ContextVar", Sig: "(name: str, *, default?) -> contextvars.ContextVar"},
	{Name: "copy_context", Sig: "() -> contextvars.Context"},
	{Name: "Context", Sig: "() -> contextvars.Context"},
	{Name: "Context.copy", Sig: "(self: contextvars.Context) -> contextvars.Context"},
	{Name: "ContextVar.get", Sig: "(self: contextvars.ContextVar, default?) -> any"},
	{Name: "ContextVar.set", Sig: "(self: contextvars.ContextVar, value) -> contextvars.Token"},
	{Name: "ContextVar.reset", Sig: "(self: contextvars.ContextVar, token) -> None"},
	{Name: "ContextVar.name", Sig: "(self: contextvars.ContextVar) -> str", Attribute: true},
	{Name: "Token.var", Sig: "(self: contextvars.Token) -> contextvars.ContextVar", Attribute: true},
}}
