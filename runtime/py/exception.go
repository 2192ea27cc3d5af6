package py

import (
	"errors"
	"fmt"
)

// BaseException is a Python exception: *Exception, or a pointer to a struct
// that embeds Exception.
type BaseException interface {
	error
	Classed
	exception() *Exception
}

// Exception holds what every exception has. The exception class of a static
// program is a struct that embeds it, made with ExceptionOf.
type Exception struct {
	Class *Class
	// Args are the arguments of the constructor, e.args.
	Args Tuple
	// Cause is e.__cause__ and Context e.__context__.
	Cause           BaseException
	Context         BaseException
	SuppressContext bool
	// Notes are the __notes__, nil while there are none.
	Notes *List[any]
	// Attrs are the attributes the program has set.
	Attrs attrTable

	// fields are the members that some builtin classes have beside args:
	// errno, value, code, name, ...
	fields    attrTable
	traceback any
	// raised tells that there is a traceback, which is made when it is asked for.
	raised bool
	// outer is the struct that embeds the exception, once it has been raised
	// or made a value.
	outer BaseException
}

// newExceptionClass makes a builtin exception class.
func newExceptionClass(name string, bases ...*Class) *Class {
	c := newBuiltinClass(name, bases...)
	c.layout = layoutException
	c.hasDict = true
	c.attrs.set("__doc__", exceptionDoc(name))
	return c
}

// NewExceptionClass makes an exception class of a library: module is its
// __module__.
func NewExceptionClass(module, name string, bases ...*Class) *Class {
	c := newNativeClass(module, name, bases)
	c.layout = layoutException
	c.hasDict = true
	c.attrs.set("__doc__", nil)
	return c
}

// Documented sets the __doc__ of a class of a library, and returns the class.
func (c *Class) Documented(doc string) *Class {
	c.attrs.set("__doc__", doc)
	return c
}

// NewException makes an instance of an exception class, running its
// constructor.
func NewException(cls *Class, args ...any) BaseException {
	if e, ok := Call(cls, args...).(BaseException); ok {
		return e
	}
	raisef(NewTypeError, "exceptions must derive from BaseException")
	return nil
}

// newException makes an instance of a builtin exception class.
func newException(cls *Class, args []any) *Exception {
	e := &Exception{Class: cls, Args: args}
	if e.Args == nil {
		e.Args = Tuple{}
	}
	initBuiltinException(e, nil)
	return e
}

// ExceptionOf makes the part that the struct of a static exception class
// embeds: &AppError{Exception: py.ExceptionOf(appErrorClass, message)}.
func ExceptionOf(cls *Class, args ...any) Exception {
	if args == nil {
		args = Tuple{}
	}
	for i, arg := range args {
		args[i] = Box(arg)
	}
	return Exception{Class: cls, Args: args}
}

func (e *Exception) exception() *Exception { return e }

// Base returns what every exception has.
func Base(e BaseException) *Exception { return e.exception() }

// PyClass is the exception's class.
func (e *Exception) PyClass() *Class {
	if e.Class == nil {
		e.Class = typeOfOther(e.self())
	}
	return e.Class
}

// embeddedIn tells the exception which struct embeds it, so that its text can
// be that of the struct's class.
func embeddedIn(e BaseException) BaseException {
	if base := e.exception(); base.outer == nil {
		if _, whole := e.(*Exception); !whole {
			base.outer = e
		}
	}
	return e
}

// Error is str(e).
func (e *Exception) Error() string { return exceptionText(e) }

// Is makes errors.Is(err, class) mean isinstance(err, class).
func (e *Exception) Is(target error) bool {
	c, ok := target.(*Class)
	return ok && e.PyClass().IsSubclassOf(c)
}

// AddNote is e.add_note(text).
func (e *Exception) AddNote(text string) {
	if e.Notes == nil {
		e.Notes = ListOf[any]()
	}
	e.Notes.Append(text)
}

// AsException returns err as a Python exception. An error of Go becomes the
// OSError it stands for, or an Exception with its text.
func AsException(err error) BaseException {
	if e, ok := err.(BaseException); ok {
		return embeddedIn(e)
	}
	var e BaseException
	if errors.As(err, &e) {
		return embeddedIn(e)
	}
	if c, ok := err.(*Class); ok {
		return NewException(c)
	}
	return goError(err)
}

// makeException turns what stands after raise into an exception.
func makeException(exc any) BaseException {
	switch e := exc.(type) {
	case BaseException:
		return embeddedIn(e)
	case *Class:
		if e.layout == layoutException {
			v := Call(e)
			if made, ok := v.(BaseException); ok {
				return made
			}
			return NewTypeError(fmt.Sprintf("calling %s should have returned an instance of BaseException, not %s",
				Repr(e), Repr(TypeOf(v))))
		}
	case error:
		return AsException(e)
	}
	return NewTypeError("exceptions must derive from BaseException")
}

// Raise is raise exc, or raise exc from cause: it panics. exc and cause are
// instances or classes.
func Raise(exc any, cause ...any) {
	panic(raising(exc, cause))
}

// MakeError is what a function that returns an error returns for raise exc, or
// raise exc from cause.
func MakeError(exc any, cause ...any) error {
	return raising(exc, cause)
}

func raising(exc any, cause []any) BaseException {
	e := makeException(exc)
	e.exception().raised = true
	if len(cause) > 0 {
		setCause(e.exception(), cause[0])
	}
	return e
}

func setCause(e *Exception, cause any) {
	e.SuppressContext = true
	if cause == nil {
		e.Cause = nil
		return
	}
	switch cause.(type) {
	case BaseException, *Class, error:
		e.Cause = makeException(cause)
	default:
		raisef(NewTypeError, "exception causes must derive from BaseException")
	}
}

// From sets the __cause__ of err, as raise err from cause does, and returns
// err. A nil cause suppresses the context.
func From(err error, cause any) error {
	e := AsException(err)
	setCause(e.exception(), cause)
	return e
}

// WithContext sets the __context__ of err, raised while handled was being
// handled, and returns err. An exception never becomes its own context.
func WithContext(err, handled error) error {
	if err == nil || handled == nil {
		return err
	}
	e, h := AsException(err), AsException(handled)
	linkContext(e, h)
	return e
}

func linkContext(e, handled BaseException) {
	base, h := e.exception(), handled.exception()
	if base == h || base.Context == handled {
		return
	}
	for c := handled; c != nil; {
		next := c.exception().Context
		if next != nil && next.exception() == base {
			c.exception().Context = nil
			break
		}
		c = next
	}
	last := base
	for range 1000 {
		if last.Context == nil || last.Context.exception() == h {
			break
		}
		last = last.Context.exception()
	}
	if last == base {
		base.Context = handled
	} else if last.Context == nil {
		last.Context = handled
	}
}

// Matches reports whether err is caught by except class, where class is a
// class or a tuple of classes. It raises TypeError when class is neither.
func Matches(err error, class any) bool {
	switch c := class.(type) {
	case *Class:
		if c.layout == layoutException {
			return err != nil && AsException(err).PyClass().IsSubclassOf(c)
		}
	case Tuple:
		for _, item := range c {
			if Matches(err, item) {
				return true
			}
		}
		return false
	}
	raisef(NewTypeError, "catching classes that do not inherit from BaseException is not allowed")
	return false
}
