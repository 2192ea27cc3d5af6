package py

// The exception classes of the module builtins. Each is a target for errors.Is.
var (
	BaseExceptionClass        = newExceptionClass("BaseException", ObjectClass)
	BaseExceptionGroup        = newExceptionClass("BaseExceptionGroup", BaseExceptionClass)
	GeneratorExit             = newExceptionClass("GeneratorExit", BaseExceptionClass)
	KeyboardInterrupt         = newExceptionClass("KeyboardInterrupt", BaseExceptionClass)
	SystemExit                = newExceptionClass("SystemExit", BaseExceptionClass)
	ExceptionClass            = newExceptionClass("Exception", BaseExceptionClass)
	ArithmeticError           = newExceptionClass("ArithmeticError", ExceptionClass)
	FloatingPointError        = newExceptionClass("FloatingPointError", ArithmeticError)
	OverflowError             = newExceptionClass("OverflowError", ArithmeticError)
	ZeroDivisionError         = newExceptionClass("ZeroDivisionError", ArithmeticError)
	AssertionError            = newExceptionClass("AssertionError", ExceptionClass)
	AttributeError            = newExceptionClass("AttributeError", ExceptionClass)
	BufferError               = newExceptionClass("BufferError", ExceptionClass)
	EOFError                  = newExceptionClass("EOFError", ExceptionClass)
	ImportError               = newExceptionClass("ImportError", ExceptionClass)
	ModuleNotFoundError       = newExceptionClass("ModuleNotFoundError", ImportError)
	LookupError               = newExceptionClass("LookupError", ExceptionClass)
	IndexError                = newExceptionClass("IndexError", LookupError)
	KeyError                  = newExceptionClass("KeyError", LookupError)
	MemoryError               = newExceptionClass("MemoryError", ExceptionClass)
	NameError                 = newExceptionClass("NameError", ExceptionClass)
	UnboundLocalError         = newExceptionClass("UnboundLocalError", NameError)
	OSError                   = newExceptionClass("OSError", ExceptionClass)
	BlockingIOError           = newExceptionClass("BlockingIOError", OSError)
	ChildProcessError         = newExceptionClass("ChildProcessError", OSError)
	ConnectionError           = newExceptionClass("ConnectionError", OSError)
	BrokenPipeError           = newExceptionClass("BrokenPipeError", ConnectionError)
	ConnectionAbortedError    = newExceptionClass("ConnectionAbortedError", ConnectionError)
	ConnectionRefusedError    = newExceptionClass("ConnectionRefusedError", ConnectionError)
	ConnectionResetError      = newExceptionClass("ConnectionResetError", ConnectionError)
	FileExistsError           = newExceptionClass("FileExistsError", OSError)
	FileNotFoundError         = newExceptionClass("FileNotFoundError", OSError)
	InterruptedError          = newExceptionClass("InterruptedError", OSError)
	IsADirectoryError         = newExceptionClass("IsADirectoryError", OSError)
	NotADirectoryError        = newExceptionClass("NotADirectoryError", OSError)
	PermissionError           = newExceptionClass("PermissionError", OSError)
	ProcessLookupError        = newExceptionClass("ProcessLookupError", OSError)
	TimeoutError              = newExceptionClass("TimeoutError", OSError)
	ReferenceError            = newExceptionClass("ReferenceError", ExceptionClass)
	RuntimeError              = newExceptionClass("RuntimeError", ExceptionClass)
	NotImplementedError       = newExceptionClass("NotImplementedError", RuntimeError)
	PythonFinalizationError   = newExceptionClass("PythonFinalizationError", RuntimeError)
	RecursionError            = newExceptionClass("RecursionError", RuntimeError)
	StopAsyncIteration        = newExceptionClass("StopAsyncIteration", ExceptionClass)
	StopIteration             = newExceptionClass("StopIteration", ExceptionClass)
	SyntaxError               = newExceptionClass("SyntaxError", ExceptionClass)
	IndentationError          = newExceptionClass("IndentationError", SyntaxError)
	TabError                  = newExceptionClass("TabError", IndentationError)
	SystemError               = newExceptionClass("SystemError", ExceptionClass)
	TypeError                 = newExceptionClass("TypeError", ExceptionClass)
	ValueError                = newExceptionClass("ValueError", ExceptionClass)
	UnicodeError              = newExceptionClass("UnicodeError", ValueError)
	UnicodeDecodeError        = newExceptionClass("UnicodeDecodeError", UnicodeError)
	UnicodeEncodeError        = newExceptionClass("UnicodeEncodeError", UnicodeError)
	UnicodeTranslateError     = newExceptionClass("UnicodeTranslateError", UnicodeError)
	Warning                   = newExceptionClass("Warning", ExceptionClass)
	BytesWarning              = newExceptionClass("BytesWarning", Warning)
	DeprecationWarning        = newExceptionClass("DeprecationWarning", Warning)
	EncodingWarning           = newExceptionClass("EncodingWarning", Warning)
	FutureWarning             = newExceptionClass("FutureWarning", Warning)
	ImportWarning             = newExceptionClass("ImportWarning", Warning)
	PendingDeprecationWarning = newExceptionClass("PendingDeprecationWarning", Warning)
	ResourceWarning           = newExceptionClass("ResourceWarning", Warning)
	RuntimeWarning            = newExceptionClass("RuntimeWarning", Warning)
	SyntaxWarning             = newExceptionClass("SyntaxWarning", Warning)
	UnicodeWarning            = newExceptionClass("UnicodeWarning", Warning)
	UserWarning               = newExceptionClass("UserWarning", Warning)
	ExceptionGroup            = newExceptionClass("ExceptionGroup", BaseExceptionGroup, ExceptionClass)
)

// exceptionClasses lists them all, for the table of builtins.
var exceptionClasses = []*Class{
	BaseExceptionClass,
	BaseExceptionGroup,
	GeneratorExit,
	KeyboardInterrupt,
	SystemExit,
	ExceptionClass,
	ArithmeticError,
	FloatingPointError,
	OverflowError,
	ZeroDivisionError,
	AssertionError,
	AttributeError,
	BufferError,
	EOFError,
	ImportError,
	ModuleNotFoundError,
	LookupError,
	IndexError,
	KeyError,
	MemoryError,
	NameError,
	UnboundLocalError,
	OSError,
	BlockingIOError,
	ChildProcessError,
	ConnectionError,
	BrokenPipeError,
	ConnectionAbortedError,
	ConnectionRefusedError,
	ConnectionResetError,
	FileExistsError,
	FileNotFoundError,
	InterruptedError,
	IsADirectoryError,
	NotADirectoryError,
	PermissionError,
	ProcessLookupError,
	TimeoutError,
	ReferenceError,
	RuntimeError,
	NotImplementedError,
	PythonFinalizationError,
	RecursionError,
	StopAsyncIteration,
	StopIteration,
	SyntaxError,
	IndentationError,
	TabError,
	SystemError,
	TypeError,
	ValueError,
	UnicodeError,
	UnicodeDecodeError,
	UnicodeEncodeError,
	UnicodeTranslateError,
	Warning,
	BytesWarning,
	DeprecationWarning,
	EncodingWarning,
	FutureWarning,
	ImportWarning,
	PendingDeprecationWarning,
	ResourceWarning,
	RuntimeWarning,
	SyntaxWarning,
	UnicodeWarning,
	UserWarning,
	ExceptionGroup,
}
