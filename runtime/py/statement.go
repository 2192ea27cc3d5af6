package py

import "iter"

import "context"

// This file holds what single statements and names of converted code call.

// UndefinedName is the use of a name that nothing in the program binds. It
// raises NameError.
func UndefinedName(name string) any {
	raiseNameError(name)
	return nil
}

// MissingImport is from module import name where the module does not bind the
// name. It raises ImportError.
func MissingImport(name, module string) {
	raisef(NewImportError, "cannot import name '%s' from '%s'", name, module)
}

// OrphanImport is a relative import in a module that is in no package. It raises
// ImportError.
func OrphanImport() {
	raisef(NewImportError, "attempted relative import with no known parent package")
}

// ForeignModule is the import of a module of another system. It raises ImportError.
func ForeignModule() { raisef(NewImportError, "win32 only") }

// MissingModule is the import of a module that there is not.
func MissingModule(name string) {
	e := NewModuleNotFoundError("No module named '" + name + "'")
	SetAttr(e, "name", name)
	panic(e)
}

// Reraise is raise without an operand outside of an except clause. It returns the
// exception that a caller handles, or a RuntimeError.
func Reraise() error {
	if err := HandledException(); err != nil {
		return err
	}
	return NewRuntimeError("No active exception to reraise")
}

// AsError returns the exception err as the struct type T of its class.
func AsError[T BaseException](err error) T { return err.(T) }

// UpdateDict adds the items of mapping to d, as {**mapping} does. It raises
// TypeError if mapping has no keys.
func UpdateDict[K, V any](d *Dict[K, V], mapping any) {
	if !HasAttr(mapping, "keys") {
		raisef(NewTypeError, "'%s' object is not a mapping", typeName(mapping))
	}
	for k := range Iter(CallMethod(mapping, "keys")) {
		d.Set(As[K](k), As[V](GetItem(mapping, k)))
	}
}

// Annotate adds an annotation to the class body's __annotations__.
func (ns *Namespace) Annotate(name string, value any) {
	annotations, ok := ns.Lookup("__annotations__")
	if !ok {
		annotations = DictOf[any, any]()
		ns.Set("__annotations__", annotations)
	}
	SetItem(annotations, name, value)
}

// EnterContext is the start of a with statement: manager's __enter__. It raises
// TypeError if manager is no context manager.
func EnterContext(manager any) any {
	class := TypeOf(manager)
	if _, ok := class.lookup("__enter__"); !ok {
		raisef(NewTypeError, "'%s' object does not support the context manager protocol", class.name)
	}
	if _, ok := class.lookup("__exit__"); !ok {
		raisef(NewTypeError, "'%s' object does not support the context manager protocol (missed __exit__ method)", class.name)
	}
	entered, _ := callSpecial(manager, "__enter__")
	return entered
}

// ExitContext is the end of a with statement: manager's __exit__ gets the
// exception that left the body, if any. It returns that exception unless
// __exit__ returned a true value, or the one that __exit__ raised.
func ExitContext(manager any, err error) error {
	if err == nil {
		return Try(func() error {
			callSpecial(manager, "__exit__", nil, nil, nil)
			return nil
		})
	}
	suppressed := false
	failed := InContext(err, func() error {
		e := AsException(err)
		result, _ := callSpecial(manager, "__exit__", TypeOf(e), e, tracebackOf(e))
		suppressed = Truth(result)
		return nil
	})
	switch {
	case failed != nil:
		return failed
	case suppressed:
		return nil
	}
	return err
}

// ErrorClass is the first argument of __exit__ at the end of a body that gave
// err: the class of the exception, None if there is none.
func ErrorClass(err error) any {
	if err == nil {
		return nil
	}
	return TypeOf(AsException(err))
}

// ErrorValue is the second argument of __exit__: the exception, or None.
func ErrorValue(err error) any {
	if err == nil {
		return nil
	}
	return AsException(err)
}

// ErrorTraceback is the third argument of __exit__: the traceback, or None.
func ErrorTraceback(err error) any {
	if err == nil {
		return nil
	}
	return tracebackOf(AsException(err))
}

// AEnterContext is the start of an async with statement: it awaits manager's
// __aenter__. It raises TypeError if manager is no asynchronous context manager.
func AEnterContext(ctx context.Context, manager any) (entered any, err error) {
	defer Catch(&err)
	class := TypeOf(manager)
	if _, ok := class.lookup("__aenter__"); !ok {
		raisef(NewTypeError, "'%s' object does not support the asynchronous context manager protocol", class.name)
	}
	if _, ok := class.lookup("__aexit__"); !ok {
		raisef(NewTypeError, "'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)", class.name)
	}
	awaitable, _ := callSpecial(manager, "__aenter__")
	return Await(ctx, awaitable)
}

// AExitContext is the end of an async with statement: ExitContext with
// manager's __aexit__, awaited.
func AExitContext(ctx context.Context, manager any, err error) error {
	args := []any{nil, nil, nil}
	if err != nil {
		e := AsException(err)
		args = []any{TypeOf(e), e, tracebackOf(e)}
	}
	suppressed := false
	failed := InContext(err, func() error {
		awaitable, _ := callSpecial(manager, "__aexit__", args...)
		result, err := Await(ctx, awaitable)
		suppressed = err == nil && Truth(result)
		return err
	})
	switch {
	case failed != nil:
		return failed
	case suppressed:
		return nil
	}
	return err
}

// BoxList makes a list of any of a list that nothing else refers to.
func BoxList[T any](list *List[T]) *List[any] {
	boxed := ListOf[any]()
	for v := range list.All() {
		boxed.Append(Box(v))
	}
	return boxed
}

// Retyped gives the values of seq as values of type U. It raises TypeError for
// a value of another type, as As does.
func Retyped[U, T any](seq iter.Seq[T]) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range seq {
			if !yield(As[U](Box(v))) {
				return
			}
		}
	}
}

// RetypedPairs is Retyped for keys and values.
func RetypedPairs[K, V, A, B any](seq iter.Seq2[A, B]) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range seq {
			if !yield(As[K](Box(k)), As[V](Box(v))) {
				return
			}
		}
	}
}

// UnboxList makes a list of T of a list of any that nothing else refers to. It
// raises TypeError for an element of another type, as As does.
func UnboxList[T any](list *List[any]) *List[T] {
	unboxed := ListOf[T]()
	for v := range list.All() {
		unboxed.Append(As[T](v))
	}
	return unboxed
}

// InContext runs the body of an except or finally clause while handled, which
// may be nil, is being handled: an exception that leaves the body has it as its
// __context__, and sys.exception() returns it.
func InContext(handled error, body func() error) error {
	if handled == nil {
		return Try(body)
	}
	var err error
	Handle(handled, func() { err = Try(body) })
	if err == nil || err == handled {
		return err
	}
	return WithContext(err, handled)
}
