// Code generated from parser/diag by TestCodes (make generate). DO NOT EDIT.

package cli

var codeDocs = []codeDoc{
	{Code: "PA1001", Name: "BadSyntax", Doc: "BadSyntax is text that CPython refuses with a SyntaxError."},
	{Code: "PA1002", Name: "BadIndentation", Doc: "BadIndentation is what CPython refuses with an IndentationError."},
	{Code: "PA1003", Name: "BadTabs", Doc: "BadTabs is what CPython refuses with a TabError."},
	{Code: "PA1004", Name: "BadEncoding", Doc: "BadEncoding is a file that cannot be decoded."},
	{Code: "PA1005", Name: "BadScope", Doc: "BadScope is what CPython's compiler refuses in a text that parses, such as\n'return' outside function."},
	{Code: "PA1006", Name: "NeedsPython314", Doc: "NeedsPython314 marks a construct that Python 3.13 does not know."},
	{Code: "PA1007", Name: "TooNested", Doc: "TooNested is a text nested deeper than the parser goes."},
	{Code: "PA2001", Name: "Unsupported", Doc: "Unsupported is valid Python that has no conversion."},
	{Code: "PA2002", Name: "CyclicImport", Doc: "CyclicImport is the import of a name from a module that is being imported and\nhas not bound it yet."},
	{Code: "PA3001", Name: "BlockingCall", Doc: "BlockingCall is a call in a coroutine that blocks the event loop, in Python\nas in Go."},
	{Code: "PA3002", Name: "NeverAwaited", Doc: "NeverAwaited is a call of an async function that nothing awaits: it does\nnothing but warn, in Python as in Go."},
	{Code: "PA4001", Name: "UnknownModule", Doc: "UnknownModule is a module that the runtime does not have."},
	{Code: "PA4002", Name: "UnknownName", Doc: "UnknownName is a name that the runtime's module does not have."},
	{Code: "PA5001", Name: "Unreadable", Doc: "Unreadable is a file that cannot be read."},
}
