package py

// NewGeneratorExit makes a GeneratorExit with the given args.
func NewGeneratorExit(args ...any) *Exception { return newException(GeneratorExit, args) }

// NewKeyboardInterrupt makes a KeyboardInterrupt with the given args.
func NewKeyboardInterrupt(args ...any) *Exception { return newException(KeyboardInterrupt, args) }

// NewSystemExit makes a SystemExit with the given args.
func NewSystemExit(args ...any) *Exception { return newException(SystemExit, args) }

// NewArithmeticError makes an ArithmeticError with the given args.
func NewArithmeticError(args ...any) *Exception { return newException(ArithmeticError, args) }

// NewFloatingPointError makes a FloatingPointError with the given args.
func NewFloatingPointError(args ...any) *Exception { return newException(FloatingPointError, args) }

// NewOverflowError makes an OverflowError with the given args.
func NewOverflowError(args ...any) *Exception { return newException(OverflowError, args) }

// NewZeroDivisionError makes a ZeroDivisionError with the given args.
func NewZeroDivisionError(args ...any) *Exception { return newException(ZeroDivisionError, args) }

// NewAssertionError makes an AssertionError with the given args.
func NewAssertionError(args ...any) *Exception { return newException(AssertionError, args) }

// NewAttributeError makes an AttributeError with the given args.
func NewAttributeError(args ...any) *Exception { return newException(AttributeError, args) }

// NewBufferError makes a BufferError with the given args.
func NewBufferError(args ...any) *Exception { return newException(BufferError, args) }

// NewEOFError makes an EOFError with the given args.
func NewEOFError(args ...any) *Exception { return newException(EOFError, args) }

// NewImportError makes an ImportError with the given args.
func NewImportError(args ...any) *Exception { return newException(ImportError, args) }

// NewModuleNotFoundError makes a ModuleNotFoundError with the given args.
func NewModuleNotFoundError(args ...any) *Exception { return newException(ModuleNotFoundError, args) }

// NewLookupError makes a LookupError with the given args.
func NewLookupError(args ...any) *Exception { return newException(LookupError, args) }

// NewIndexError makes an IndexError with the given args.
func NewIndexError(args ...any) *Exception { return newException(IndexError, args) }

// NewKeyError makes a KeyError with the given args.
func NewKeyError(args ...any) *Exception { return newException(KeyError, args) }

// NewMemoryError makes a MemoryError with the given args.
func NewMemoryError(args ...any) *Exception { return newException(MemoryError, args) }

// NewNameError makes a NameError with the given args.
func NewNameError(args ...any) *Exception { return newException(NameError, args) }

// NewUnboundLocalError makes an UnboundLocalError with the given args.
func NewUnboundLocalError(args ...any) *Exception { return newException(UnboundLocalError, args) }

// NewOSError makes an OSError with the given args.
func NewOSError(args ...any) *Exception { return newException(OSError, args) }

// NewBlockingIOError makes a BlockingIOError with the given args.
func NewBlockingIOError(args ...any) *Exception { return newException(BlockingIOError, args) }

// NewChildProcessError makes a ChildProcessError with the given args.
func NewChildProcessError(args ...any) *Exception { return newException(ChildProcessError, args) }

// NewConnectionError makes a ConnectionError with the given args.
func NewConnectionError(args ...any) *Exception { return newException(ConnectionError, args) }

// NewBrokenPipeError makes a BrokenPipeError with the given args.
func NewBrokenPipeError(args ...any) *Exception { return newException(BrokenPipeError, args) }

// NewConnectionAbortedError makes a ConnectionAbortedError with the given args.
func NewConnectionAbortedError(args ...any) *Exception {
	return newException(ConnectionAbortedError, args)
}

// NewConnectionRefusedError makes a ConnectionRefusedError with the given args.
func NewConnectionRefusedError(args ...any) *Exception {
	return newException(ConnectionRefusedError, args)
}

// NewConnectionResetError makes a ConnectionResetError with the given args.
func NewConnectionResetError(args ...any) *Exception { return newException(ConnectionResetError, args) }

// NewFileExistsError makes a FileExistsError with the given args.
func NewFileExistsError(args ...any) *Exception { return newException(FileExistsError, args) }

// NewFileNotFoundError makes a FileNotFoundError with the given args.
func NewFileNotFoundError(args ...any) *Exception { return newException(FileNotFoundError, args) }

// NewInterruptedError makes an InterruptedError with the given args.
func NewInterruptedError(args ...any) *Exception { return newException(InterruptedError, args) }

// NewIsADirectoryError makes an IsADirectoryError with the given args.
func NewIsADirectoryError(args ...any) *Exception { return newException(IsADirectoryError, args) }

// NewNotADirectoryError makes a NotADirectoryError with the given args.
func NewNotADirectoryError(args ...any) *Exception { return newException(NotADirectoryError, args) }

// NewPermissionError makes a PermissionError with the given args.
func NewPermissionError(args ...any) *Exception { return newException(PermissionError, args) }

// NewProcessLookupError makes a ProcessLookupError with the given args.
func NewProcessLookupError(args ...any) *Exception { return newException(ProcessLookupError, args) }

// NewTimeoutError makes a TimeoutError with the given args.
func NewTimeoutError(args ...any) *Exception { return newException(TimeoutError, args) }

// NewReferenceError makes a ReferenceError with the given args.
func NewReferenceError(args ...any) *Exception { return newException(ReferenceError, args) }

// NewRuntimeError makes a RuntimeError with the given args.
func NewRuntimeError(args ...any) *Exception { return newException(RuntimeError, args) }

// NewNotImplementedError makes a NotImplementedError with the given args.
func NewNotImplementedError(args ...any) *Exception { return newException(NotImplementedError, args) }

// NewPythonFinalizationError makes a PythonFinalizationError with the given args.
func NewPythonFinalizationError(args ...any) *Exception {
	return newException(PythonFinalizationError, args)
}

// NewRecursionError makes a RecursionError with the given args.
func NewRecursionError(args ...any) *Exception { return newException(RecursionError, args) }

// NewStopAsyncIteration makes a StopAsyncIteration with the given args.
func NewStopAsyncIteration(args ...any) *Exception { return newException(StopAsyncIteration, args) }

// NewStopIteration makes a StopIteration with the given args.
func NewStopIteration(args ...any) *Exception { return newException(StopIteration, args) }

// NewSyntaxError makes a SyntaxError with the given args.
func NewSyntaxError(args ...any) *Exception { return newException(SyntaxError, args) }

// NewIndentationError makes an IndentationError with the given args.
func NewIndentationError(args ...any) *Exception { return newException(IndentationError, args) }

// NewTabError makes a TabError with the given args.
func NewTabError(args ...any) *Exception { return newException(TabError, args) }

// NewSystemError makes a SystemError with the given args.
func NewSystemError(args ...any) *Exception { return newException(SystemError, args) }

// NewTypeError makes a TypeError with the given args.
func NewTypeError(args ...any) *Exception { return newException(TypeError, args) }

// NewValueError makes a ValueError with the given args.
func NewValueError(args ...any) *Exception { return newException(ValueError, args) }

// NewUnicodeError makes a UnicodeError with the given args.
func NewUnicodeError(args ...any) *Exception { return newException(UnicodeError, args) }

// NewUnicodeDecodeError makes a UnicodeDecodeError with the given args.
func NewUnicodeDecodeError(args ...any) *Exception { return newException(UnicodeDecodeError, args) }

// NewUnicodeEncodeError makes a UnicodeEncodeError with the given args.
func NewUnicodeEncodeError(args ...any) *Exception { return newException(UnicodeEncodeError, args) }

// NewUnicodeTranslateError makes a UnicodeTranslateError with the given args.
func NewUnicodeTranslateError(args ...any) *Exception {
	return newException(UnicodeTranslateError, args)
}

// NewWarning makes a Warning with the given args.
func NewWarning(args ...any) *Exception { return newException(Warning, args) }

// NewBytesWarning makes a BytesWarning with the given args.
func NewBytesWarning(args ...any) *Exception { return newException(BytesWarning, args) }

// NewDeprecationWarning makes a DeprecationWarning with the given args.
func NewDeprecationWarning(args ...any) *Exception { return newException(DeprecationWarning, args) }

// NewEncodingWarning makes an EncodingWarning with the given args.
func NewEncodingWarning(args ...any) *Exception { return newException(EncodingWarning, args) }

// NewFutureWarning makes a FutureWarning with the given args.
func NewFutureWarning(args ...any) *Exception { return newException(FutureWarning, args) }

// NewImportWarning makes an ImportWarning with the given args.
func NewImportWarning(args ...any) *Exception { return newException(ImportWarning, args) }

// NewPendingDeprecationWarning makes a PendingDeprecationWarning with the given args.
func NewPendingDeprecationWarning(args ...any) *Exception {
	return newException(PendingDeprecationWarning, args)
}

// NewResourceWarning makes a ResourceWarning with the given args.
func NewResourceWarning(args ...any) *Exception { return newException(ResourceWarning, args) }

// NewRuntimeWarning makes a RuntimeWarning with the given args.
func NewRuntimeWarning(args ...any) *Exception { return newException(RuntimeWarning, args) }

// NewSyntaxWarning makes a SyntaxWarning with the given args.
func NewSyntaxWarning(args ...any) *Exception { return newException(SyntaxWarning, args) }

// NewUnicodeWarning makes a UnicodeWarning with the given args.
func NewUnicodeWarning(args ...any) *Exception { return newException(UnicodeWarning, args) }

// NewUserWarning makes a UserWarning with the given args.
func NewUserWarning(args ...any) *Exception { return newException(UserWarning, args) }
