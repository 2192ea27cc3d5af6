// Package unittest is Python's module unittest: tests, their assertions, and how
// they are run. There is no discovery of files and no loading by names of modules.
// https://docs.python.org/3.13/library/unittest.html
package unittest

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// Module is the module unittest.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("unittest", "Python unit testing framework, based on Erich Gamma's JUnit and Kent Beck's Smalltalk testing framework.")
	for _, class := range []*py.Class{caseClass, asyncClass, resultClass, textResultClass, suiteClass, loaderClass, skipTest, runnerClass, programClass} {
		m.Class(class)
	}
	m.Set("main", programClass)
	m.Lazy("defaultTestLoader", func() any { return py.Call(loaderClass) })
	mark := func(reason any) any {
		return py.Func("decorator(test_item)", func(item any) any {
			py.SetAttr(item, skipMark, true)
			py.SetAttr(item, skipWhy, reason)
			return item
		})
	}
	same := py.Func("_id(obj)", func(v any) any { return v })
	m.Func("skip(reason)", func(reason any) any {
		if f, ok := reason.(*py.Function); ok {
			return py.Call(mark(""), f)
		}
		return mark(reason)
	})
	m.Func("skipIf(condition, reason)", func(condition, reason any) any {
		if py.Truth(condition) {
			return mark(reason)
		}
		return same
	})
	m.Func("skipUnless(condition, reason)", func(condition, reason any) any {
		if !py.Truth(condition) {
			return mark(reason)
		}
		return same
	})
	m.Func("expectedFailure(test_item)", func(item any) any {
		py.SetAttr(item, failureMark, true)
		return item
	})
	return m
})

var runnerClass, programClass *py.Class

// The classes refer to each other.
func init() {
	caseClass = define.Class("unittest.case", "TestCase", nil, defineCase)
	asyncClass = define.Class("unittest.async_case", "IsolatedAsyncioTestCase", []any{caseClass}, func(b *define.Body) {
		for _, name := range []string{"asyncSetUp", "asyncTearDown"} {
			b.Set(name, py.AsyncFunc("IsolatedAsyncioTestCase."+name+"(self)", nothing))
		}
		b.Method("addAsyncCleanup(self, func, /, *args, **kwargs)", func(self, f, args, kw any) any {
			return py.CallMethodKw(self, "addCleanup", append([]any{f}, args.(py.Tuple)...), py.KwFrom(kw))
		})
	})
	resultClass = define.Class("unittest.result", "TestResult", nil, defineResult)
	textResultClass = define.Class("unittest.runner", "TextTestResult", []any{resultClass}, defineTextResult)
	suiteClass = define.Class("unittest.suite", "TestSuite", nil, defineSuite)
	loaderClass = define.Class("unittest.loader", "TestLoader", nil, defineLoader)
	runnerClass = define.Class("unittest.runner", "TextTestRunner", nil, defineRunner)
	programClass = define.Class("unittest.main", "TestProgram", nil, defineProgram)
}

func defineRunner(b *define.Body) {
	b.Set("resultclass", textResultClass)
	b.Method("__init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *, tb_locals=False, durations=None)",
		func(args []any) any {
			self := args[0]
			for i, name := range []string{"stream", "descriptions", "verbosity", "failfast", "buffer"} {
				py.SetAttr(self, name, args[1+i])
			}
			if args[1] == nil {
				py.SetAttr(self, "stream", io.StandardError())
			}
			if args[6] != nil {
				py.SetAttr(self, "resultclass", args[6])
			}
			return nil
		})
	b.Method("run(self, test)", func(self, test any) any {
		result := py.Call(get(self, "resultclass"), get(self, "stream"), get(self, "descriptions"), get(self, "verbosity"))
		py.SetAttr(result, "failfast", get(self, "failfast"))
		begin := time.PerfCounter()
		py.CallMethod(result, "startTestRun")
		py.Call(test, result)
		py.CallMethod(result, "stopTestRun")
		taken := time.PerfCounter() - begin
		py.CallMethod(result, "printErrors")
		n := py.As[int](get(result, "testsRun"))
		plural := "s"
		if n == 1 {
			plural = ""
		}
		write(self, fmt.Sprintf("%s\nRan %d test%s in %.3fs\n\n%s\n", line2, n, plural, taken, summary(result)))
		return result
	})
}

// summary is the last line of a run.
func summary(result any) string {
	var parts []string
	count := func(attribute, name string) {
		if n := py.Len(get(result, attribute)); n > 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", name, n))
		}
	}
	text := "OK"
	if !py.Truth(py.CallMethod(result, "wasSuccessful")) {
		text = "FAILED"
		count("failures", "failures")
		count("errors", "errors")
	} else if py.Equal(get(result, "testsRun"), 0) && py.Len(get(result, "skipped")) == 0 {
		text = "NO TESTS RAN"
	}
	count("skipped", "skipped")
	count("expectedFailures", "expected failures")
	count("unexpectedSuccesses", "unexpected successes")
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, ", ") + ")"
	}
	return text
}

// defineProgram defines unittest.main: it runs the tests of the script and ends
// the program.
func defineProgram(b *define.Body) {
	b.Method("__init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=None, exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None)",
		func(args []any) any {
			self, argv, verbosity, failfast := args[0], args[3], args[7], args[8]
			if argv == nil {
				argv = sys.Argv()
			}
			var names []string
			for _, item := range slices.Collect(py.Iter(argv))[1:] {
				switch arg := py.Str(item); arg {
				case "-v", "--verbose":
					verbosity = 2
				case "-q", "--quiet":
					verbosity = 0
				case "-f", "--failfast":
					failfast = true
				case "-b", "--buffer", "-c", "--catch":
				default:
					if strings.HasPrefix(arg, "-") {
						panic(exc.NotImplementedError("the option %s of unittest.main is not supported", arg))
					}
					names = append(names, arg)
				}
			}
			if args[2] != nil && len(names) == 0 {
				names = []string{py.Str(args[2])}
			}
			runner := args[4]
			if runner == nil {
				runner = runnerClass
			}
			if class, ok := runner.(*py.Class); ok {
				runner = py.CallKw(class, nil, py.Kwargs{{Name: "verbosity", Value: verbosity}, {Name: "failfast", Value: py.Truth(failfast)}})
			}
			result := py.CallMethod(runner, "run", load(names))
			py.SetAttr(self, "result", result)
			if py.Truth(args[6]) {
				status := any(0)
				switch {
				case py.Equal(get(result, "testsRun"), 0) && py.Len(get(result, "skipped")) == 0:
					status = 5
				case !py.Truth(py.CallMethod(result, "wasSuccessful")):
					status = 1
				}
				sys.Exit(status)
			}
			return nil
		})
}

// load makes the suite of the tests of the script, or of some by their names.
func load(names []string) any {
	loader := py.Call(loaderClass)
	suites := py.ListOf[any]()
	cases := casesOf("__main__")
	if len(names) == 0 {
		for _, class := range cases {
			suites.Append(py.CallMethod(loader, "loadTestsFromTestCase", class))
		}
	}
	for _, name := range names {
		class, method, single := strings.Cut(strings.TrimPrefix(name, "__main__."), ".")
		i := slices.IndexFunc(cases, func(c *py.Class) bool { return c.Name() == class })
		switch {
		case i < 0:
			panic(exc.AttributeError("module '__main__' has no attribute '%s'", class))
		case single:
			suites.Append(py.Call(cases[i], method))
		default:
			suites.Append(py.CallMethod(loader, "loadTestsFromTestCase", cases[i]))
		}
	}
	return py.Call(suiteClass, suites)
}
