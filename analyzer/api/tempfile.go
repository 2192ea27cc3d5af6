package api

// tempfileModule knows what temporary directories give; their names are str unless they are asked for as bytes.
var tempfileModule = Module{Name: "tempfile", Entries: []Entry{
	{Name: "TemporaryDirectory", Sig: "() -> tempfile.TemporaryDirectory"},
	{Name: "TemporaryDirectory", Sig: "(suffix?: str, prefix?: str) -> tempfile.TemporaryDirectory"},
	{Name: "TemporaryDirectory", Sig: "(*, ignore_cleanup_errors?: bool, delete?: bool, prefix?: str, suffix?: str) -> tempfile.TemporaryDirectory"},
	{Name: "TemporaryDirectory.__enter__", Sig: "(self: tempfile.TemporaryDirectory) -> str"},
	{Name: "TemporaryDirectory.cleanup", Sig: "(self: tempfile.TemporaryDirectory) -> None"},
	{Name: "TemporaryDirectory.name", Sig: "(self: tempfile.TemporaryDirectory) -> str", Attribute: true},
	{Name: "mkdtemp", Sig: "() -> str"},
	{Name: "mkdtemp", Sig: "(suffix?: str, prefix?: str) -> str"},
	{Name: "gettempdir", Sig: "() -> str"},
}}
