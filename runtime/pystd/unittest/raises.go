package unittest

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

func nothing(context.Context, any) (any, error) { return nil, nil }

// awaitIt is a coroutine function that awaits its argument.
var awaitIt = py.AsyncFunc("await_(x)", func(ctx context.Context, x any) (any, error) { return py.Await(ctx, x) })

// raises is the context manager of assertRaises and assertRaisesRegex.
type raises struct {
	py.Attributes
	test      any
	expected  any
	pattern   any // a compiled pattern, or nil
	name      string
	message   any
	exception any
}

// PyClass is the class _AssertRaisesContext.
func (*raises) PyClass() *py.Class { return raisesClass }

func (r *raises) expectedName() string {
	return py.Str(py.GetAttrOr(r.expected, "__name__", r.expected))
}

// exit is the end of the with statement: whether the exception was expected.
func (r *raises) exit(e py.BaseException) bool {
	if e == nil {
		text := r.expectedName() + " not raised"
		if r.name != "" {
			text += " by " + r.name
		}
		fail(r.test, r.message, text)
	}
	if !py.Matches(e, r.expected) {
		return false
	}
	r.exception = py.CallMethod(e, "with_traceback", nil)
	if r.pattern != nil && py.CallMethod(r.pattern, "search", py.Str(e)) == nil {
		fail(r.test, r.message, fmt.Sprintf("\"%s\" does not match \"%s\"", py.Str(py.GetAttr(r.pattern, "pattern")), py.Str(e)))
	}
	return true
}

var raisesClass = py.NewNativeClass("unittest.case", "_AssertRaisesContext", nil, func(d *py.Definition) {
	of := py.PayloadAs[*raises]
	d.Getter("exception", func(self any) any { return of(self).exception })
	d.Getter("expected", func(self any) any { return of(self).expected })
	d.Method("__enter__(self)", func(self any) any { return self })
	d.Method("__exit__(self, exc_type, exc_value, tb)", func(self, _, value, _ any) any {
		e, _ := value.(py.BaseException)
		return of(self).exit(e)
	})
})

// check calls a function that shall raise, or returns the context manager.
func (r *raises) check(method string, args py.Tuple, kw any) any {
	valid := func(class any) bool {
		c, ok := class.(*py.Class)
		return ok && c.IsSubclassOf(py.BaseExceptionClass)
	}
	classes, many := r.expected.(py.Tuple)
	if !many {
		classes = py.Tuple{r.expected}
	}
	for _, class := range classes {
		if !valid(class) {
			panic(exc.TypeError("%s() arg 1 must be an exception type or tuple of exception types", method))
		}
	}
	if len(args) == 0 {
		r.message = py.CallMethod(kw, "pop", "msg", nil)
		return r
	}
	r.name = py.Str(py.GetAttrOr(args[0], "__name__", args[0]))
	err := py.Try(func() error {
		py.CallKw(args[0], args[1:], py.KwFrom(kw))
		return nil
	})
	if err == nil {
		r.exit(nil)
	} else if e := py.AsException(err); !r.exit(e) {
		panic(e)
	}
	return nil
}

// warned is the context manager of assertWarns.
type warned struct {
	py.Attributes
	test, expected   any
	recorder, caught any
	warning          any
}

// PyClass is the class _AssertWarnsContext.
func (*warned) PyClass() *py.Class { return warnedClass }

var warnedClass = py.NewNativeClass("unittest.case", "_AssertWarnsContext", nil, func(d *py.Definition) {
	of := py.PayloadAs[*warned]
	d.Getter("warning", func(self any) any { return of(self).warning })
	d.Method("__enter__(self)", func(self any) any {
		w := of(self)
		w.recorder = py.CallKw(warnings.Module().Attr("catch_warnings"), nil, py.Kwargs{{Name: "record", Value: true}})
		w.caught = py.CallMethod(w.recorder, "__enter__")
		py.CallMethod(warnings.Module(), "simplefilter", "always", w.expected)
		return self
	})
	d.Method("__exit__(self, exc_type, exc_value, tb)", func(self, class, value, tb any) any {
		w := of(self)
		py.CallMethod(w.recorder, "__exit__", class, value, tb)
		if value != nil {
			return nil
		}
		for item := range py.Iter(w.caught) {
			if message := py.GetAttr(item, "message"); py.IsInstance(message, w.expected) {
				w.warning = message
				return nil
			}
		}
		return fail(w.test, nil, py.Str(py.GetAttrOr(w.expected, "__name__", w.expected))+" not triggered")
	})
})

func addRaises(b *define.Body) {
	b.Method("assertRaises(self, expected_exception, *args, **kwargs)", func(self, expected, args, kw any) any {
		return (&raises{test: self, expected: expected}).check("assertRaises", args.(py.Tuple), kw)
	})
	b.Method("assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs)", func(self, expected, pattern, args, kw any) any {
		r := &raises{test: self, expected: expected, pattern: py.CallMethod(re.Module(), "compile", pattern)}
		return r.check("assertRaisesRegex", args.(py.Tuple), kw)
	})
	b.Method("assertWarns(self, expected_warning, *args, **kwargs)", func(self, expected, args, kw any) any {
		w := &warned{test: self, expected: expected}
		values := args.(py.Tuple)
		if len(values) == 0 {
			return w
		}
		py.CallMethod(w, "__enter__")
		err := py.Try(func() error { py.CallKw(values[0], values[1:], py.KwFrom(kw)); return nil })
		if err != nil {
			e := py.AsException(err)
			py.CallMethod(w, "__exit__", py.TypeOf(e), e, nil)
			panic(e)
		}
		return py.CallMethod(w, "__exit__", nil, nil, nil)
	})
}
