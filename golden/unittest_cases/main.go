// Tests run and report as unittest does: assertions, fixtures, marks, subtests, async cases.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest"
)

type Stack struct {
	items *py.List[any]
}

func newStack() *Stack {
	return &Stack{items: py.ListOf[any]()}
}

func (s *Stack) push(x any) {
	s.items.Append(x)
}

func (s *Stack) pop() (any, error) {
	if s.items.Len() == 0 {
		return nil, py.NewIndexError("pop from empty stack")
	}
	return s.items.Pop(), nil
}

var TestStack any

func testStackSetUpClass(cls any) any {
	fmt.Println("setUpClass")
	py.SetAttr(cls, "shared", py.ListOf[any](1))
	return nil
}

func testStackTearDownClass(cls any) any {
	fmt.Println("tearDownClass")
	return nil
}

func testStackSetUp(self any) any {
	py.SetAttr(self, "stack", newStack())
	py.MethodOf(self, "addCleanup").Call(py.Builtin("print"), "cleanup", py.CallMethod(self, "id"))
	return nil
}

func testStackTearDown(self any) any {
	fmt.Println("tearDown", py.Len(py.GetAttr(py.GetAttr(self, "stack"), "items")))
	return nil
}

// Pushing keeps the item.
func testStackTestPush(self any) any {
	py.CallMethod(py.GetAttr(self, "stack"), "push", 1)
	py.CallMethod(self, "assertEqual", py.GetAttr(py.GetAttr(self, "stack"), "items"), py.ListOf[any](1))
	return nil
}

func testStackTestPopEmpty(self any) any {
	manager := py.CallMethod(self, "assertRaises", py.IndexError)
	cm := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(py.GetAttr(self, "stack"), "pop")
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.MethodOf(self, "assertEqual").Call(py.Str(py.GetAttr(cm, "exception")), "pop from empty stack")
	manager2 := py.CallMethod(self, "assertRaisesRegex", py.IndexError, "empty")
	py.EnterContext(manager2)
	err = py.Try(func() error {
		py.CallMethod(py.GetAttr(self, "stack"), "pop")
		return nil
	})
	py.Check(py.ExitContext(manager2, err))
	return nil
}

func testStackTestWrong(self any) any {
	py.CallMethod(py.GetAttr(self, "stack"), "push", 1)
	py.MethodOf(self, "assertEqual").Call(py.CallMethod(py.GetAttr(self, "stack"), "pop"), 2, "not the same")
	return nil
}

func testStackTestError(self any) any {
	py.CallMethod(py.GetAttr(self, "stack"), "nothing")
	return nil
}

func testStackTestSkipped(self any) any {
	py.CallMethod(self, "fail", "never")
	return nil
}

func testStackTestKnownBug(self any) any {
	py.CallMethod(self, "assertEqual", 1, 2)
	return nil
}

func testStackTestFixedBug(self any) any {
	return nil
}

func testStackTestSub(self any) any {
	for i := range 4 {
		manager := py.CallMethodKw(self, "subTest", []any{"even"}, py.Kwargs{{Name: "i", Value: i}})
		py.EnterContext(manager)
		err := py.Try(func() error {
			py.CallMethod(self, "assertEqual", i%2, 0)
			return nil
		})
		py.Check(py.ExitContext(manager, err))
	}
	return nil
}

func testStackTestSkipInside(self any) any {
	py.CallMethod(self, "skipTest", "no reason")
	return nil
}

var TestAsync any

func testAsyncAsyncSetUp(ctx context.Context, self any) (any, error) {
	py.SetAttr(self, "queue", asyncio.NewQueue[any](0))
	if _, err := asyncio.Await(ctx, py.CallMethod(py.GetAttr(self, "queue"), "put", "ready")); err != nil {
		return nil, err
	}
	return nil, nil
}

func testAsyncAsyncTearDown(ctx context.Context, self any) (any, error) {
	py.Print("asyncTearDown", py.CallMethod(py.GetAttr(self, "queue"), "qsize"))
	return nil, nil
}

func testAsyncTestGet(ctx context.Context, self any) (any, error) {
	assertEqual := py.MethodOf(self, "assertEqual")
	result, err := asyncio.Await(ctx, py.CallMethod(py.GetAttr(self, "queue"), "get"))
	if err != nil {
		return nil, err
	}
	assertEqual.Call(result, "ready")
	return nil, nil
}

func testAsyncTestTimeout(ctx context.Context, self any) (any, error) {
	manager := py.CallMethod(self, "assertRaises", asyncio.TimeoutError)
	py.EnterContext(manager)
	err := py.Try(func() error {
		return asyncio.WithTimeout(ctx, 10*time.Millisecond, func(ctx context.Context) error {
			return asyncio.NewEvent().Wait(ctx)
		})
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	return nil, nil
}

func testAsyncTestPlain(self any) any {
	py.CallMethod(self, "assertTrue", true)
	return nil
}

var Messages any

func messagesRunTest(self any) any {
	checks := py.ListOf[any](py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertEqual", 1, 2) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertEqual", "a", "b") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertEqual", py.ListOf[any](1, 2), py.ListOf[any](1, 3, 4))
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertEqual", py.Tuple{1}, py.Tuple{1, 2}) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertEqual", py.DictOf[any, any]("a", 1), py.DictOf[any, any]("a", 2, "b", 3))
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertEqual", py.SetOf[any](1, 2), py.SetOf[any](2, 3))
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertEqual", "one\ntwo\n", "one\nthree\n") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertNotEqual", 1, 1) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertTrue", 0) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertFalse", py.ListOf[any](1)) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIs", py.ListOf[any](), py.ListOf[any]()) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIsNot", nil, nil) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIsNone", 1) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIsNotNone", nil) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIn", 3, py.ListOf[any](1, 2)) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertNotIn", "a", "abc") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertIsInstance", 1, py.StrClass) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertNotIsInstance", 1, py.Tuple{py.IntClass, py.StrClass}) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertAlmostEqual", 1.0, 1.1) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(self, "assertAlmostEqual", []any{1, 2}, py.Kwargs{{Name: "delta", Value: 0.5}})
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertNotAlmostEqual", 1.0, 1.00000001) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertGreater", 1, 2) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertGreaterEqual", 1, 2) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertLess", 2, 1) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertLessEqual", 2, 1) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertRegex", "text", "\\d+") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertNotRegex", "a1", "\\d") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertCountEqual", py.ListOf[any](1, 1, 2), py.ListOf[any](1, 2, 2))
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertRaises", py.ValueError, py.IntClass, "1") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "fail", "stop") }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethodKw(self, "assertEqual", []any{1, 2}, py.Kwargs{{Name: "msg", Value: "extra"}})
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertEqual", py.StrRepeat("x", 100)+"a", py.StrRepeat("x", 100)+"b")
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertListEqual", py.ListOf[any](1), py.ListOf[any](2))
	}), py.Func("Messages.runTest.<locals>.<lambda>()", func() any { return py.CallMethod(self, "assertSequenceEqual", py.ListOf[any](1), py.Tuple{2}) }), py.Func("Messages.runTest.<locals>.<lambda>()", func() any {
		return py.CallMethod(self, "assertDictEqual", py.DictOf[any, any](), py.DictOf[any, any](1, 2))
	}))
	for check := range checks.All() {
		err := py.Try(func() error {
			py.Call(check)
			fmt.Println("passed")
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.AssertionError) {
					return err
				}
				fmt.Println("|", py.Str(err))
				return nil
			})
			if raised != nil {
				panic(raised)
			}
		}
	}
	manager := py.CallMethod(self, "assertRaises", py.KeyError)
	py.EnterContext(manager)
	err := py.Try(func() error {
		py.DictOf[any, any]().Get("x")
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.CallMethod(self, "assertAlmostEqual", 0.30000000000000004, 0.3)
	py.CallMethod(self, "assertCountEqual", py.ListOf[any](1, 2), py.ListOf[any](2, 1))
	return nil
}

func run(suite any, verbosity int) any {
	out := py.CallMethod(io.Module(), "StringIO")
	result := py.CallMethod(py.CallMethodKw(unittest.Module(), "TextTestRunner", nil, py.Kwargs{{Name: "stream", Value: out}, {Name: "verbosity", Value: verbosity}}), "run", suite)
	text := py.As[string](py.CallMethod(re.Module(), "sub", `in \d+\.\d+s`, "in 0s", py.CallMethod(out, "getvalue")))
	py.Print(py.CallMethod(re.Module(), "sub", "(?m)^  .*\\n", "", text))
	return result
}

func main() {
	py.Main(func() error {
		py.StructClass[Stack](
			"Stack",
			nil,
			py.Kw{Name: "push", Value: py.Func("Stack.push(self, x)", (*Stack).push)},
			py.Kw{Name: "pop", Value: py.Func("Stack.pop(self)", (*Stack).pop)},
		)
		TestStack = py.NewClass("TestStack", []any{unittest.Module().Attr("TestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("setUpClass", py.ClassMethod(py.Func("TestStack.setUpClass(cls)", testStackSetUpClass)))

			ns.Set("tearDownClass", py.ClassMethod(py.Func("TestStack.tearDownClass(cls)", testStackTearDownClass)))

			ns.Set("setUp", py.Func("TestStack.setUp(self)", testStackSetUp))

			ns.Set("tearDown", py.Func("TestStack.tearDown(self)", testStackTearDown))

			ns.Set("test_push", py.Func("TestStack.test_push(self)", testStackTestPush).Doc("Pushing keeps the item."))

			ns.Set("test_pop_empty", py.Func("TestStack.test_pop_empty(self)", testStackTestPopEmpty))

			ns.Set("test_wrong", py.Func("TestStack.test_wrong(self)", testStackTestWrong))

			ns.Set("test_error", py.Func("TestStack.test_error(self)", testStackTestError))

			ns.Set("test_skipped", py.Call(py.CallMethod(unittest.Module(), "skip", "later"), py.Func("TestStack.test_skipped(self)", testStackTestSkipped)))

			ns.Set("test_known_bug", py.Call(unittest.Module().Attr("expectedFailure"), py.Func("TestStack.test_known_bug(self)", testStackTestKnownBug)))

			ns.Set("test_fixed_bug", py.Call(unittest.Module().Attr("expectedFailure"), py.Func("TestStack.test_fixed_bug(self)", testStackTestFixedBug)))

			ns.Set("test_sub", py.Func("TestStack.test_sub(self)", testStackTestSub))

			ns.Set("test_skip_inside", py.Func("TestStack.test_skip_inside(self)", testStackTestSkipInside))
		})
		TestAsync = py.NewClass("TestAsync", []any{unittest.Module().Attr("IsolatedAsyncioTestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("asyncSetUp", py.AsyncFunc("TestAsync.asyncSetUp(self)", testAsyncAsyncSetUp))

			ns.Set("asyncTearDown", py.AsyncFunc("TestAsync.asyncTearDown(self)", testAsyncAsyncTearDown))

			ns.Set("test_get", py.AsyncFunc("TestAsync.test_get(self)", testAsyncTestGet))

			ns.Set("test_timeout", py.AsyncFunc("TestAsync.test_timeout(self)", testAsyncTestTimeout))

			ns.Set("test_plain", py.Func("TestAsync.test_plain(self)", testAsyncTestPlain))
		})
		Messages = py.NewClass("Messages", []any{unittest.Module().Attr("TestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("runTest", py.Func("Messages.runTest(self)", messagesRunTest))
		})

		load := py.GetAttr(unittest.Module().Attr("defaultTestLoader"), "loadTestsFromTestCase")
		result := run(py.CallMethod(unittest.Module(), "TestSuite", py.ListOf[any](py.Call(load, TestStack), py.Call(load, TestAsync))), 1)
		py.Print(py.GetAttr(result, "testsRun"), py.Len(py.GetAttr(result, "failures")), py.Len(py.GetAttr(result, "errors")), py.Len(py.GetAttr(result, "skipped")), py.Len(py.GetAttr(result, "expectedFailures")), py.CallMethod(result, "wasSuccessful"))
		arg := py.ListOf[string]()
		for item := range py.Iter(py.GetAttr(result, "failures")) {
			values := py.Unpack(item, 2)
			t, _ := values[0], values[1]
			arg.Append(py.Str(t))
		}
		reasons := py.ListOf[any]()
		for item := range py.Iter(py.GetAttr(result, "skipped")) {
			values := py.Unpack(item, 2)
			_, reason := values[0], values[1]
			reasons.Append(reason)
		}
		fmt.Println(arg, reasons)
		result = run(py.Call(load, TestStack), 2)
		py.Print(result, py.CallMethod(py.Call(load, TestAsync), "countTestCases"), py.CallMethod(py.CallMethod(unittest.Module(), "TestLoader"), "getTestCaseNames", TestAsync))
		py.CallMethod(py.Call(Messages), "runTest")
		single := py.CallMethod(unittest.Module(), "TestSuite")
		py.MethodOf(single, "addTest").Call(py.Call(TestStack, "test_push"))
		arg2 := py.CallMethod(single, "countTestCases")
		items := py.ListOf[any]()
		for t := range py.Iter(single) {
			items.Append(py.CallMethod(t, "id"))
		}
		py.Print(arg2, items, py.Repr(py.Call(TestStack, "test_push")), py.CallMethod(py.Call(TestStack, "test_push"), "shortDescription"))
		py.CallMethodKw(unittest.Module(), "main", nil, py.Kwargs{{Name: "argv", Value: py.ListOf[any]("main", "-q", "TestAsync")}, {Name: "exit", Value: false}})
		return nil
	})
}
