package api

// argparseModule knows what parsers of arguments give.
var argparseModule = Module{Name: "argparse", Entries: []Entry{
	{Name: "ArgumentParser", Sig: "(prog?, usage?, description?, epilog?, parents?, formatter_class?, prefix_chars?, fromfile_prefix_chars?, argument_default?, conflict_handler?, add_help?, allow_abbrev?, exit_on_error?) -> argparse.ArgumentParser"},
	{Name: "ArgumentParser.add_argument", Sig: "(self: argparse.ArgumentParser, name_or_flags?, *more, action?, nargs?, const?, default?, type?, choices?, required?, help?, metavar?, dest?, version?) -> argparse.Action"},
	{Name: "_ArgumentGroup.add_argument", Sig: "(self: argparse._ArgumentGroup, name_or_flags?, *more, action?, nargs?, const?, default?, type?, choices?, required?, help?, metavar?, dest?, version?) -> argparse.Action"},
	{Name: "_MutuallyExclusiveGroup.add_argument", Sig: "(self: argparse._MutuallyExclusiveGroup, name_or_flags?, *more, action?, nargs?, const?, default?, type?, choices?, required?, help?, metavar?, dest?, version?) -> argparse.Action"},
	{Name: "ArgumentParser.add_subparsers", Sig: "(self: argparse.ArgumentParser, *, title?, description?, prog?, parser_class?, action?, dest?, required?, help?, metavar?) -> argparse._SubParsersAction"},
	{Name: "ArgumentParser.add_argument_group", Sig: "(self: argparse.ArgumentParser, title?, description?) -> argparse._ArgumentGroup"},
	{Name: "ArgumentParser.add_mutually_exclusive_group", Sig: "(self: argparse.ArgumentParser, *, required?) -> argparse._MutuallyExclusiveGroup"},
	{Name: "ArgumentParser.format_help", Sig: "(self: argparse.ArgumentParser) -> str"},
	{Name: "ArgumentParser.format_usage", Sig: "(self: argparse.ArgumentParser) -> str"},
	{Name: "ArgumentParser.print_help", Sig: "(self: argparse.ArgumentParser, file?) -> None"},
	{Name: "_SubParsersAction.add_parser", Sig: "(self: argparse._SubParsersAction, name, *, help?, description?, aliases?, epilog?, parents?, formatter_class?) -> argparse.ArgumentParser"},
	{Name: "ArgumentParser.parse_args", Sig: "(self: argparse.ArgumentParser, args?) -> argparse.Namespace"},
}}
