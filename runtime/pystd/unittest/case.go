package unittest

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// The attributes that decorators leave on tests.
const (
	skipMark     = "__unittest_skip__"
	skipWhy      = "__unittest_skip_why__"
	failureMark  = "__unittest_expecting_failure__"
	outcomeName  = "_outcome"
	cleanupsName = "_cleanups"
)

var (
	skipTest = py.NewExceptionClass("unittest.case", "SkipTest", py.ExceptionClass)
	// caseClass is TestCase and asyncClass IsolatedAsyncioTestCase.
	caseClass, asyncClass *py.Class
)

// outcome is what has happened in a test so far.
type outcome struct {
	result   any
	success  bool
	expected bool // a failure is expected
	failure  any  // the expected failure, as a triple
}

func triple(e py.BaseException) py.Tuple {
	return py.Tuple{py.TypeOf(e), e, py.GetAttr(e, "__traceback__")}
}

// part runs a part of a test, and tells the result of what it raises.
func (o *outcome) part(test any, body func()) {
	o.note(test, py.Try(func() error { body(); return nil }))
}

func (o *outcome) note(test any, err error) {
	if err == nil {
		return
	}
	e := py.AsException(err)
	_, sub := py.Payload(test).(*subTest)
	switch {
	case py.Matches(err, py.KeyboardInterrupt):
		panic(e)
	case py.Matches(err, skipTest):
		o.success = false
		py.CallMethod(o.result, "addSkip", test, py.Str(e))
	case o.expected:
		o.failure = triple(e)
	case sub:
		o.success = false
		py.CallMethod(o.result, "addSubTest", test.(*subTest).test, test, triple(e))
	case py.Matches(err, py.GetAttr(test, "failureException")):
		o.success = false
		py.CallMethod(o.result, "addFailure", test, triple(e))
	default:
		o.success = false
		py.CallMethod(o.result, "addError", test, triple(e))
	}
}

// marked reads a mark of the test's class or method.
func marked(self, method any, name string) any {
	if v := py.GetAttrOr(py.TypeOf(self), name, nil); py.Truth(v) {
		return v
	}
	return py.GetAttrOr(method, name, nil)
}

// runTest is TestCase.run.
func runTest(self, result any) any {
	stop := any(nil)
	if result == nil {
		result = py.CallMethod(self, "defaultTestResult")
		py.CallMethod(result, "startTestRun")
		stop = result
	}
	py.CallMethod(result, "startTest", self)
	defer func() {
		py.CallMethod(result, "stopTest", self)
		if stop != nil {
			py.CallMethod(stop, "stopTestRun")
		}
	}()
	method := py.GetAttr(self, py.Str(py.GetAttr(self, "_testMethodName")))
	if py.Truth(marked(self, method, skipMark)) {
		py.CallMethod(result, "addSkip", self, py.Str(marked(self, method, skipWhy)))
		return result
	}
	expecting := py.Truth(marked(self, method, failureMark))
	o := &outcome{result: result, success: true}
	py.SetAttr(self, outcomeName, &holder{o})
	call := callPlain
	if py.IsInstance(self, asyncClass) {
		runner := py.CallKw(asyncio.Module().Attr("Runner"), nil, py.Kwargs{{Name: "debug", Value: true}})
		defer py.CallMethod(runner, "close")
		call = func(f any, args ...any) {
			made := py.Call(f, args...)
			if py.Awaitable(made) {
				py.CallMethod(runner, "run", awaiting(made))
			}
		}
		py.CallMethod(runner, "get_loop")
	}
	o.part(self, func() {
		py.CallMethod(self, "setUp")
		if py.IsInstance(self, asyncClass) {
			call(py.GetAttr(self, "asyncSetUp"))
		}
	})
	if o.success {
		o.expected = expecting
		o.part(self, func() { call(method) })
		o.expected = false
		o.part(self, func() {
			if py.IsInstance(self, asyncClass) {
				call(py.GetAttr(self, "asyncTearDown"))
			}
			py.CallMethod(self, "tearDown")
		})
	}
	o.cleanUp(self, call)
	switch {
	case !o.success:
	case expecting && o.failure != nil:
		py.CallMethod(result, "addExpectedFailure", self, o.failure)
	case expecting:
		py.CallMethod(result, "addUnexpectedSuccess", self)
	default:
		py.CallMethod(result, "addSuccess", self)
	}
	py.SetAttr(self, outcomeName, nil)
	return result
}

func callPlain(f any, args ...any) { py.Call(f, args...) }

// awaiting is a coroutine that awaits x.
func awaiting(x any) any {
	if py.TypeOf(x) == py.CoroutineClass {
		return x
	}
	return py.Call(awaitIt, x)
}

// holder keeps the outcome as an attribute of the test.
type holder struct{ *outcome }

func outcomeOf(self any) *outcome {
	if h, ok := py.GetAttrOr(self, outcomeName, nil).(*holder); ok {
		return h.outcome
	}
	return nil
}

// cleanUp runs the functions of addCleanup, the last one first.
func (o *outcome) cleanUp(self any, call func(f any, args ...any)) {
	cleanups := py.GetAttr(self, cleanupsName).(*py.List[any])
	for cleanups.Len() > 0 {
		item := cleanups.Pop().(py.Tuple)
		o.part(self, func() {
			call(py.BuiltinFunc("cleanup()", func() any { return py.CallKw(item[0], item[1].(py.Tuple), py.KwFrom(item[2])) }))
		})
	}
}

// subTest is what subTest() returns: the context manager, and the test that
// results are told of.
type subTest struct {
	py.Attributes
	test, message any
	params        any
}

// PyClass is the class _SubTest.
func (*subTest) PyClass() *py.Class { return subTestClass }

func (s *subTest) description() string {
	var parts []string
	if s.message != nil {
		parts = append(parts, "["+py.Str(s.message)+"]")
	}
	if py.Truth(s.params) {
		var values []string
		for pair := range py.Iter(py.CallMethod(s.params, "items")) {
			item := pair.(py.Tuple)
			values = append(values, py.Str(item[0])+"="+repr(item[1]))
		}
		parts = append(parts, "("+strings.Join(values, ", ")+")")
	}
	if len(parts) == 0 {
		return "(<subtest>)"
	}
	return strings.Join(parts, " ")
}

var subTestClass = py.NewNativeClass("unittest.case", "_SubTest", nil, func(d *py.Definition) {
	of := py.PayloadAs[*subTest]
	d.Getter("test_case", func(self any) any { return of(self).test })
	d.Getter("params", func(self any) any { return of(self).params })
	d.Getter("failureException", func(self any) any { return py.GetAttr(of(self).test, "failureException") })
	d.Method("id(self)", func(self any) any {
		return py.Str(py.CallMethod(of(self).test, "id")) + " " + of(self).description()
	})
	d.Method("shortDescription(self)", func(self any) any { return py.CallMethod(of(self).test, "shortDescription") })
	d.Method("__str__(self)", func(self any) any { return py.Str(of(self).test) + " " + of(self).description() })
	d.Method("__enter__(self)", func(any) any { return nil })
	d.Method("__exit__(self, type, value, traceback)", func(self, _, value, _ any) any {
		s := of(self)
		e, failed := value.(py.BaseException)
		o := outcomeOf(s.test)
		if !failed || o == nil {
			return false
		}
		if o.expected && py.IsInstance(e, py.ExceptionClass) && !py.IsInstance(e, skipTest) {
			return false // it ends the test, as it shall
		}
		o.note(s, e)
		return true
	})
})

func defineCase(b *define.Body) {
	b.Set("failureException", py.AssertionError)
	b.Set("longMessage", true)
	b.Set("maxDiff", 80*8)
	b.Method("__init__(self, methodName='runTest')", func(self, name any) any {
		py.SetAttr(self, "_testMethodName", name)
		py.SetAttr(self, outcomeName, nil)
		py.SetAttr(self, cleanupsName, py.ListOf[any]())
		method := py.GetAttrOr(self, py.Str(name), nil)
		if method == nil && py.Str(name) != "runTest" {
			panic(exc.ValueError("no such test method in %s: %s", py.Repr(py.TypeOf(self)), py.Str(name)))
		}
		py.SetAttr(self, "_testMethodDoc", py.GetAttrOr(method, "__doc__", nil))
		return nil
	})
	for _, name := range []string{"setUp", "tearDown"} {
		b.Method(name+"(self)", func(any) any { return nil })
	}
	for _, name := range []string{"setUpClass", "tearDownClass"} {
		b.ClassMethod(name+"(cls)", func(any) any { return nil })
	}
	className := func(self any) string {
		class := py.TypeOf(self)
		return class.ModuleName() + "." + class.Qualname()
	}
	name := func(self any) string { return py.Str(py.GetAttr(self, "_testMethodName")) }
	b.Method("id(self)", func(self any) any { return className(self) + "." + name(self) })
	b.Method("__str__(self)", func(self any) any { return name(self) + " (" + className(self) + "." + name(self) + ")" })
	b.Method("__repr__(self)", func(self any) any { return "<" + className(self) + " testMethod=" + name(self) + ">" })
	b.Method("shortDescription(self)", func(self any) any {
		doc, ok := py.GetAttr(self, "_testMethodDoc").(string)
		if !ok {
			return nil
		}
		first, _, _ := strings.Cut(strings.TrimSpace(doc), "\n")
		return strings.TrimSpace(first)
	})
	b.Method("countTestCases(self)", func(any) any { return 1 })
	b.Method("defaultTestResult(self)", func(any) any { return py.Call(resultClass) })
	b.Method("run(self, result=None)", runTest)
	b.Method("__call__(self, result=None)", func(self, result any) any { return py.CallMethod(self, "run", result) })
	b.Method("addCleanup(self, function, /, *args, **kwargs)", func(self, f, args, kw any) any {
		py.GetAttr(self, cleanupsName).(*py.List[any]).Append(py.Tuple{f, args, kw})
		return nil
	})
	b.Method("enterContext(self, cm)", func(self, manager any) any {
		entered := py.EnterContext(manager)
		py.CallMethod(self, "addCleanup", py.GetAttr(manager, "__exit__"), nil, nil, nil)
		return entered
	})
	b.Method("doCleanups(self)", func(self any) any {
		if o := outcomeOf(self); o != nil {
			o.cleanUp(self, callPlain)
		}
		return nil
	})
	b.Method("skipTest(self, reason)", func(_, reason any) any {
		panic(py.NewException(skipTest, reason))
	})
	b.Method("fail(self, msg=None)", func(self, msg any) any {
		panic(py.AsException(py.MakeError(py.Call(py.GetAttr(self, "failureException"), msg))))
	})
	b.Method("subTest(self, msg=None, **params)", func(self, msg, params any) any {
		return &subTest{test: self, message: msg, params: params}
	})
	addAssertions(b)
	addRaises(b)
	addLogs(b)
}
