package api

// dataclassesModule knows what the functions about dataclasses give.
var dataclassesModule = Module{Name: "dataclasses", Entries: []Entry{
	{Name: "dataclass", Sig: "(*, init?, repr?, eq?, order?, unsafe_hash?, frozen?, match_args?, kw_only?, slots?, weakref_slot?) -> function"},
	{Name: "is_dataclass", Sig: "(obj) -> bool"},
}}
