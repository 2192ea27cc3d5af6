package diag

// Code names a kind of finding. A code never changes its meaning and is never
// used again. PA1 is syntax, PA2 names and types, PA3 what async code means, PA4
// the library, PA5 output.
type Code string

// The codes.
const (
	// BadSyntax is text that CPython refuses with a SyntaxError.
	BadSyntax Code = "PA1001"
	// BadIndentation is what CPython refuses with an IndentationError.
	BadIndentation Code = "PA1002"
	// BadTabs is what CPython refuses with a TabError.
	BadTabs Code = "PA1003"
	// BadEncoding is a file that cannot be decoded.
	BadEncoding Code = "PA1004"
	// BadScope is what CPython's compiler refuses in a text that parses, such as
	// 'return' outside function.
	BadScope Code = "PA1005"
	// NeedsPython314 marks a construct that Python 3.13 does not know.
	NeedsPython314 Code = "PA1006"
	// TooNested is a text nested deeper than the parser goes.
	TooNested Code = "PA1007"
	// Unsupported is valid Python that has no conversion.
	Unsupported Code = "PA2001"
	// CyclicImport is the import of a name from a module that is being imported and
	// has not bound it yet.
	CyclicImport Code = "PA2002"
	// BlockingCall is a call in a coroutine that blocks the event loop, in Python
	// as in Go.
	BlockingCall Code = "PA3001"
	// NeverAwaited is a call of an async function that nothing awaits: it does
	// nothing but warn, in Python as in Go.
	NeverAwaited Code = "PA3002"
	// UnknownModule is a module that the runtime does not have.
	UnknownModule Code = "PA4001"
	// UnknownName is a name that the runtime's module does not have.
	UnknownName Code = "PA4002"
	// Unreadable is a file that cannot be read.
	Unreadable Code = "PA5001"
)
