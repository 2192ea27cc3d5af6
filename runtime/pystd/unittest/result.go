package unittest

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

var resultClass, textResultClass *py.Class

// tests lists the attributes of a result that hold tests, with what a line of
// the summary calls them.
var tests = []struct{ attribute, method, short, long, counted string }{
	{"failures", "addFailure", "F", "FAIL", "failures"},
	{"errors", "addError", "E", "ERROR", "errors"},
	{"skipped", "addSkip", "s", "skipped", "skipped"},
	{"expectedFailures", "addExpectedFailure", "x", "expected failure", "expected failures"},
}

func get(self any, name string) any { return py.GetAttr(self, name) }

func add(self any, attribute string, item any) {
	get(self, attribute).(*py.List[any]).Append(item)
}

// failureText is the report of an exception that ended a test.
func failureText(err any) string {
	e := py.As[py.BaseException](py.Unpack(err, 3)[1])
	return strings.Join(py.ReportException(e, py.ReportOptions{}), "")
}

func defineResult(b *define.Body) {
	b.Method("__init__(self, stream=None, descriptions=None, verbosity=None)", func(self, _, _, _ any) any {
		for _, t := range tests {
			py.SetAttr(self, t.attribute, py.ListOf[any]())
		}
		py.SetAttr(self, "unexpectedSuccesses", py.ListOf[any]())
		py.SetAttr(self, "collectedDurations", py.ListOf[any]())
		py.SetAttr(self, "testsRun", 0)
		for _, name := range []string{"failfast", "shouldStop", "buffer", "tb_locals"} {
			py.SetAttr(self, name, false)
		}
		return nil
	})
	for _, name := range []string{"startTestRun", "stopTestRun", "printErrors"} {
		b.Method(name+"(self)", func(any) any { return nil })
	}
	b.Method("startTest(self, test)", func(self, _ any) any {
		py.SetAttr(self, "testsRun", py.Add(get(self, "testsRun"), 1))
		return nil
	})
	b.Method("stopTest(self, test)", func(_, _ any) any { return nil })
	b.Method("addSuccess(self, test)", func(_, _ any) any { return nil })
	failed := func(self any) {
		if py.Truth(get(self, "failfast")) {
			py.CallMethod(self, "stop")
		}
	}
	for _, name := range []string{"failures", "errors"} {
		method := map[string]string{"failures": "addFailure", "errors": "addError"}[name]
		b.Method(method+"(self, test, err)", func(self, test, err any) any {
			add(self, name, py.Tuple{test, failureText(err)})
			failed(self)
			return nil
		})
	}
	b.Method("addSubTest(self, test, subtest, err)", func(self, _, subtest, err any) any {
		if err == nil {
			return nil
		}
		name := "errors"
		if py.IsSubclass(py.Unpack(err, 3)[0], py.GetAttr(subtest, "failureException")) {
			name = "failures"
		}
		add(self, name, py.Tuple{subtest, failureText(err)})
		failed(self)
		return nil
	})
	b.Method("addSkip(self, test, reason)", func(self, test, reason any) any {
		add(self, "skipped", py.Tuple{test, reason})
		return nil
	})
	b.Method("addExpectedFailure(self, test, err)", func(self, test, err any) any {
		add(self, "expectedFailures", py.Tuple{test, failureText(err)})
		return nil
	})
	b.Method("addUnexpectedSuccess(self, test)", func(self, test any) any {
		add(self, "unexpectedSuccesses", test)
		failed(self)
		return nil
	})
	b.Method("wasSuccessful(self)", func(self any) any {
		return py.Len(get(self, "failures")) == 0 && py.Len(get(self, "errors")) == 0 && py.Len(get(self, "unexpectedSuccesses")) == 0
	})
	b.Method("stop(self)", func(self any) any {
		py.SetAttr(self, "shouldStop", true)
		return nil
	})
	b.Method("__repr__(self)", func(self any) any {
		class := py.TypeOf(self)
		return fmt.Sprintf("<%s.%s run=%s errors=%d failures=%d>", class.ModuleName(), class.Qualname(), py.Str(get(self, "testsRun")),
			py.Len(get(self, "errors")), py.Len(get(self, "failures")))
	})
}

func write(self any, text string) {
	stream := get(self, "stream")
	py.CallMethod(stream, "write", text)
	if py.HasAttr(stream, "flush") {
		py.CallMethod(stream, "flush")
	}
}

// describe is what a verbose result shows of a test.
func describe(test any) string {
	text := py.Str(test)
	if doc := py.CallMethod(test, "shortDescription"); py.Truth(doc) {
		text += "\n" + py.Str(doc)
	}
	return text
}

const (
	line1 = "======================================================================"
	line2 = "----------------------------------------------------------------------"
)

func defineTextResult(b *define.Body) {
	b.Set("separator1", line1)
	b.Set("separator2", line2)
	b.Method("__init__(self, stream, descriptions, verbosity, *, durations=None)", func(self, stream, descriptions, verbosity, _ any) any {
		py.CallMethod(py.Super(textResultClass, self), "__init__", stream, descriptions, verbosity)
		py.SetAttr(self, "stream", stream)
		py.SetAttr(self, "descriptions", descriptions)
		py.SetAttr(self, "showAll", py.Greater(verbosity, 1))
		py.SetAttr(self, "dots", py.Equal(verbosity, 1))
		py.SetAttr(self, "_newline", true)
		return nil
	})
	b.Method("getDescription(self, test)", func(_, test any) any { return describe(test) })
	b.Method("startTest(self, test)", func(self, test any) any {
		py.CallMethod(py.Super(textResultClass, self), "startTest", test)
		if py.Truth(get(self, "showAll")) {
			write(self, describe(test)+" ... ")
			py.SetAttr(self, "_newline", false)
		}
		return nil
	})
	show := func(self any, test any, long, short string) {
		switch {
		case py.Truth(get(self, "showAll")):
			_, sub := test.(*subTest)
			begun := !py.Truth(get(self, "_newline"))
			if sub && begun {
				write(self, "\n")
			}
			if sub {
				write(self, "  ")
			}
			if sub || !begun { // a class fixture has no line yet
				write(self, describe(test)+" ... ")
			}
			write(self, long+"\n")
			py.SetAttr(self, "_newline", true)
		case py.Truth(get(self, "dots")):
			write(self, short)
		}
	}
	shown := func(method, params, long, short string) {
		b.Method(method+"(self, "+params+")", func(args []any) any {
			py.CallMethod(py.Super(textResultClass, args[0]), method, args[1:]...)
			text := long
			if method == "addSkip" {
				text = "skipped " + py.Repr(py.Str(args[2]))
			}
			show(args[0], args[1], text, short)
			return nil
		})
	}
	shown("addSuccess", "test", "ok", ".")
	shown("addFailure", "test, err", "FAIL", "F")
	shown("addError", "test, err", "ERROR", "E")
	shown("addSkip", "test, reason", "", "s")
	shown("addExpectedFailure", "test, err", "expected failure", "x")
	shown("addUnexpectedSuccess", "test", "unexpected success", "u")
	b.Method("addSubTest(self, test, subtest, err)", func(self, test, subtest, err any) any {
		py.CallMethod(py.Super(textResultClass, self), "addSubTest", test, subtest, err)
		if err == nil {
			return nil
		}
		if py.IsSubclass(py.Unpack(err, 3)[0], py.GetAttr(subtest, "failureException")) {
			show(self, subtest, "FAIL", "F")
		} else {
			show(self, subtest, "ERROR", "E")
		}
		return nil
	})
	b.Method("printErrors(self)", func(self any) any {
		if py.Truth(get(self, "dots")) || py.Truth(get(self, "showAll")) {
			write(self, "\n")
		}
		for _, name := range []string{"errors", "failures"} {
			flavour := map[string]string{"errors": "ERROR", "failures": "FAIL"}[name]
			for pair := range py.Iter(get(self, name)) {
				values := py.Unpack(pair, 2)
				write(self, line1+"\n"+flavour+": "+describe(values[0])+"\n"+line2+"\n"+py.Str(values[1])+"\n")
			}
		}
		if unexpected := get(self, "unexpectedSuccesses"); py.Len(unexpected) > 0 {
			write(self, line1+"\n")
			for test := range py.Iter(unexpected) {
				write(self, "UNEXPECTED SUCCESS: "+describe(test)+"\n")
			}
		}
		return nil
	})
}
