package unittest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var suiteClass, loaderClass *py.Class

// members are the tests and suites in a suite.
func members(self any) *py.List[any] { return get(self, "_tests").(*py.List[any]) }

func defineSuite(b *define.Body) {
	b.Method("__init__(self, tests=())", func(self, tests any) any {
		py.SetAttr(self, "_tests", py.ListOf[any]())
		py.CallMethod(self, "addTests", tests)
		return nil
	})
	b.Method("addTest(self, test)", func(self, test any) any {
		if !py.Truth(py.Call(py.Builtin("callable"), test)) {
			panic(exc.TypeError("%s is not callable", repr(test)))
		}
		if class, ok := test.(*py.Class); ok && (class.IsSubclassOf(caseClass) || class.IsSubclassOf(suiteClass)) {
			panic(exc.TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()"))
		}
		members(self).Append(test)
		return nil
	})
	b.Method("addTests(self, tests)", func(self, tests any) any {
		if _, ok := py.Payload(tests).(string); ok {
			panic(exc.TypeError("tests must be an iterable of tests, not a string"))
		}
		for test := range py.Iter(tests) {
			py.CallMethod(self, "addTest", test)
		}
		return nil
	})
	b.Method("__iter__(self)", func(self any) any { return py.GetIter(members(self)) })
	b.Method("__repr__(self)", func(self any) any {
		class := py.TypeOf(self)
		return "<" + class.ModuleName() + "." + class.Qualname() + " tests=" + py.Repr(members(self)) + ">"
	})
	b.Method("countTestCases(self)", func(self any) any {
		total := any(0)
		for test := range members(self).All() {
			total = py.Add(total, py.CallMethod(test, "countTestCases"))
		}
		return total
	})
	b.Method("run(self, result, debug=False)", func(self, result, _ any) any {
		(&fixture{result: result}).suite(self, true)
		return result
	})
	b.Method("__call__(self, *args, **kwds)", func(self, args, kw any) any {
		return py.CallMethodKw(self, "run", args.(py.Tuple), py.KwFrom(kw))
	})
}

// fixture is the class of the test that ran last, whose tearDownClass is still to
// come.
type fixture struct {
	result any
	class  *py.Class
	failed bool // its setUpClass
}

func (f *fixture) suite(suite any, top bool) {
	for test := range members(suite).All() {
		if py.Truth(get(f.result, "shouldStop")) {
			break
		}
		if py.IsInstance(test, suiteClass) {
			f.suite(test, false)
			continue
		}
		f.enter(py.TypeOf(test))
		if !f.failed {
			py.Call(test, f.result)
		}
	}
	if top {
		f.enter(nil)
	}
}

// enter ends the class before and begins the next.
func (f *fixture) enter(class *py.Class) {
	if class == f.class {
		return
	}
	if f.class != nil && !f.failed {
		f.run("tearDownClass")
	}
	f.class, f.failed = class, false
	if class != nil && !py.Truth(py.GetAttrOr(class, skipMark, nil)) {
		f.failed = !f.run("setUpClass")
	}
}

// run runs a class method, and tells the result if it fails.
func (f *fixture) run(name string) bool {
	if py.Truth(py.GetAttrOr(f.class, skipMark, nil)) || !py.HasAttr(f.class, name) {
		return true
	}
	err := py.Try(func() error { py.CallMethod(f.class, name); return nil })
	if err == nil {
		return true
	}
	holder := py.Call(errorHolder, fmt.Sprintf("%s (%s.%s)", name, f.class.ModuleName(), f.class.Qualname()))
	if py.Matches(err, skipTest) {
		py.CallMethod(f.result, "addSkip", holder, py.Str(py.AsException(err)))
	} else {
		py.CallMethod(f.result, "addError", holder, triple(py.AsException(err)))
	}
	return false
}

// errorHolder stands for a test in the results of class fixtures.
var errorHolder = define.Class("unittest.suite", "_ErrorHolder", nil, func(b *define.Body) {
	b.Set("failureException", nil)
	b.Method("__init__(self, description)", func(self, text any) any {
		py.SetAttr(self, "description", text)
		return nil
	})
	b.Method("id(self)", func(self any) any { return get(self, "description") })
	b.Method("__str__(self)", func(self any) any { return get(self, "description") })
	b.Method("shortDescription(self)", func(any) any { return nil })
	b.Method("countTestCases(self)", func(any) any { return 0 })
})

// testNames are the names of the test methods of a class, sorted.
func testNames(self any, class any) []string {
	prefix := py.Str(get(self, "testMethodPrefix"))
	var names []string
	for _, name := range py.Dir(class) {
		if strings.HasPrefix(name, prefix) && py.Truth(py.Call(py.Builtin("callable"), py.GetAttr(class, name))) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func defineLoader(b *define.Body) {
	b.Set("testMethodPrefix", "test")
	b.Set("sortTestMethodsUsing", nil)
	b.Set("suiteClass", suiteClass)
	b.Method("getTestCaseNames(self, testCaseClass)", func(self, class any) any {
		names := py.ListOf[any]()
		for _, name := range testNames(self, class) {
			names.Append(name)
		}
		return names
	})
	b.Method("loadTestsFromTestCase(self, testCaseClass)", func(self, class any) any {
		if c, ok := class.(*py.Class); !ok || c.IsSubclassOf(suiteClass) {
			panic(exc.TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?"))
		}
		tests := py.ListOf[any]()
		for _, name := range testNames(self, class) {
			tests.Append(py.Call(class, name))
		}
		if tests.Len() == 0 && py.HasAttr(class, "runTest") {
			tests.Append(py.Call(class, "runTest"))
		}
		return py.Call(get(self, "suiteClass"), tests)
	})
}

// casesOf are the classes of tests in a module, by their names.
func casesOf(module string) []*py.Class {
	var cases []*py.Class
	var visit func(class *py.Class)
	visit = func(class *py.Class) {
		for sub := range py.Iter(py.CallMethod(class, "__subclasses__")) {
			c := sub.(*py.Class)
			if c.ModuleName() == module && c.Name() == c.Qualname() && !slices.Contains(cases, c) {
				cases = append(cases, c)
			}
			visit(c)
		}
	}
	visit(caseClass)
	slices.SortFunc(cases, func(a, b *py.Class) int { return strings.Compare(a.Name(), b.Name()) })
	return cases
}
