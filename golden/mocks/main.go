// unittest.mock: mocks, magic and async ones, patches of modules, classes and builtins.
package main

import (
	"context"
	"errors"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest/mock"
)

var (
	Service    any
	ask        any
	greet      any
	readConfig any
)

func show(f any, a py.Tuple, k *py.Dict[any, any]) {
	err := py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), "ok", py.CallStar(f, a, py.KwFrom(k)))
		return nil
	})
	if err != nil {
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.BaseExceptionClass) {
				return err
			}
			e := err
			py.Call(builtins.Module().Attr("print"), py.TypeOf(e).Name(), py.Str(e))
			return nil
		})
		if raised != nil {
			panic(raised)
		}
	}
}

func basics() {
	m := py.Call(mock.Module().Attr("Mock"))
	py.Call(builtins.Module().Attr("print"), py.Is(py.CallMethodKw(py.GetAttr(m, "foo"), "bar", []any{1}, py.Kwargs{{Name: "x", Value: 2}}), py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "return_value")), py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "called"), py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "call_count"))
	py.Call(builtins.Module().Attr("print"), py.GetAttr(m, "mock_calls"), py.GetAttr(m, "method_calls"), py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "call_args"), py.GetAttr(py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "call_args"), "args"), py.GetItem(py.GetAttr(py.GetAttr(py.GetAttr(m, "foo"), "bar"), "call_args"), 1))
	py.SetAttr(m, "return_value", 5)
	py.SetAttr(m, "side_effect", py.ListOf[any](1, 2, py.Call(py.ValueError, "third")))
	py.Call(builtins.Module().Attr("print"), py.Call(m), py.Call(m))
	show(m, py.Tuple{}, py.DictOf[any, any]())
	show(m, py.Tuple{}, py.DictOf[any, any]())
	py.SetAttr(m, "side_effect", py.Func("basics.<locals>.<lambda>(x)", func(x any) any { return py.Mul(x, 2) }))
	py.Call(builtins.Module().Attr("print"), py.Call(m, 21))
	py.SetAttr(m, "side_effect", py.Func("basics.<locals>.<lambda>(x)", func(x any) any { return mock.Module().Attr("DEFAULT") }))
	py.Call(builtins.Module().Attr("print"), py.Call(m, 21))
	show(py.GetAttr(m, "assert_called_once"), py.Tuple{}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_called_with"), py.Tuple{22}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_called_with"), py.Tuple{21}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_any_call"), py.Tuple{3}, py.DictOf[any, any]("y", 1))
	show(py.GetAttr(m, "assert_has_calls"), py.Tuple{py.ListOf[any](py.Call(mock.Module().Attr("call")), py.Call(mock.Module().Attr("call")))}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_has_calls"), py.Tuple{py.ListOf[any](py.Call(mock.Module().Attr("call"), 9))}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_not_called"), py.Tuple{}, py.DictOf[any, any]())
	show(py.GetAttr(py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "name", Value: "db"}}), "assert_called_once_with"), py.Tuple{1}, py.DictOf[any, any]())
	show(py.GetAttr(py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "name", Value: "db"}}), "assert_called"), py.Tuple{}, py.DictOf[any, any]())
	callee := mock.Module().Attr("Mock")
	n := py.CallKw(callee, nil, py.JoinKw(callee, py.Kwargs{{Name: "name", Value: "db"}}, py.KwOf(callee, py.DictOf[any, any]("query.return_value", py.ListOf[any](1, 2), "size", 4))))
	py.Call(builtins.Module().Attr("print"), py.CallMethod(n, "query", "select"), py.GetAttr(n, "size"), py.Eq(py.GetAttr(py.GetAttr(n, "query"), "call_args"), py.Call(mock.Module().Attr("call"), "select")), py.GetAttr(py.GetAttr(n, "query"), "call_args_list"))
	show(py.Func("basics.<locals>.<lambda>()", func() any { return py.CallMethod(n, "assert_caled") }), py.Tuple{}, py.DictOf[any, any]())
	show(py.Func("basics.<locals>.<lambda>()", func() any { return py.CallMethod(n, "called_once") }), py.Tuple{}, py.DictOf[any, any]())
	s := py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "spec", Value: py.ListOf[any]("a", "b")}})
	py.Call(builtins.Module().Attr("print"), py.Is(py.GetAttr(s, "a"), py.GetAttr(s, "a")), py.HasAttr(s, "c"))
	show(py.Func("basics.<locals>.<lambda>()", func() any { return py.GetAttr(s, "c") }), py.Tuple{}, py.DictOf[any, any]())
	z := py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "spec", Value: Store}})
	py.Call(builtins.Module().Attr("print"), py.IsInstance(z, Store), py.HasAttr(z, "fetch"), py.HasAttr(z, "nope"), py.TypeOf(z).Name())
	show(py.Func("basics.<locals>.<lambda>()", func() any {
		return py.CallMethod(py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "spec_set", Value: Store}}), "__setattr__", "nope", 1)
	}), py.Tuple{}, py.DictOf[any, any]())
	py.DelAttr(n, "size")
	show(py.Func("basics.<locals>.<lambda>()", func() any { return py.GetAttr(n, "size") }), py.Tuple{}, py.DictOf[any, any]())
	py.CallMethod(n, "reset_mock")
	py.Call(builtins.Module().Attr("print"), py.GetAttr(py.GetAttr(n, "query"), "call_count"), py.GetAttr(n, "mock_calls"), py.CallMethod(n, "query", "again"))
	py.Call(builtins.Module().Attr("print"), py.StrSplit(py.Repr(m), " id=").Get(0), py.StrSplit(py.Repr(py.GetAttr(n, "query")), " id=").Get(0), py.StrSplit(py.Repr(py.GetAttr(py.CallMethod(n, "a"), "b")), " id=").Get(0), py.StrSplit(py.Repr(z), " id=").Get(0))
	py.Call(builtins.Module().Attr("print"), py.CallKw(mock.Module().Attr("call"), []any{1}, py.Kwargs{{Name: "a", Value: 2}}), py.CallMethod(mock.Module().Attr("call"), "foo", 3), py.CallMethod(py.GetAttr(mock.Module().Attr("call"), "foo"), "bar"), py.CallMethod(py.Call(mock.Module().Attr("call")), "x", 1), py.Eq(mock.Module().Attr("call"), mock.Module().Attr("call")), py.Eq(py.Call(mock.Module().Attr("call"), 1), py.Call(mock.Module().Attr("call"), mock.Module().Attr("ANY"))), py.Eq(py.Tuple{1}, py.Call(mock.Module().Attr("call"), 1)))
	py.Call(builtins.Module().Attr("print"), py.CallMethod(py.CallMethod(py.CallMethod(mock.Module().Attr("call"), "a", 1), "b", 2), "call_list"), py.Eq(py.GetAttr(m, "mock_calls"), py.ListOf[any](py.Call(mock.Module().Attr("call")), py.Call(mock.Module().Attr("call")), py.Call(mock.Module().Attr("call")), py.Call(mock.Module().Attr("call")), py.Call(mock.Module().Attr("call"), 21), py.Call(mock.Module().Attr("call"), 21))))
	py.Call(builtins.Module().Attr("print"), py.GetAttr(mock.Module().Attr("sentinel"), "thing"), py.Is(py.GetAttr(mock.Module().Attr("sentinel"), "thing"), py.GetAttr(mock.Module().Attr("sentinel"), "thing")), py.Eq(mock.Module().Attr("ANY"), 3), py.Repr(mock.Module().Attr("ANY")))
}

func magics() {
	m := py.Call(mock.Module().Attr("MagicMock"))
	py.Call(builtins.Module().Attr("print"), py.Len(m), py.Truth(m), py.Int(m), py.ListFrom(py.Items[any](m)), py.Contains(m, 3), py.Float(m), py.Eq(m, m), py.Eq(m, 3), py.Ne(m, 3))
	py.SetAttr(py.GetAttr(m, "__len__"), "return_value", 7)
	value := py.Func("magics.<locals>.<lambda>(k)", func(k any) any { return py.Mul(k, 2) })
	py.SetAttr(py.GetAttr(m, "__getitem__"), "side_effect", value)
	value2 := py.GetIter("abc")
	py.SetAttr(py.GetAttr(m, "__iter__"), "return_value", value2)
	py.Call(builtins.Module().Attr("print"), py.Len(m), py.GetItem(m, "x"), py.ListFrom(py.Items[any](m)), py.ListFrom(py.Items[any](m)))
	entered := py.EnterContext(m)
	err := py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.Is(entered, py.GetAttr(py.GetAttr(m, "__enter__"), "return_value")))
		return nil
	})
	py.Check(py.ExitContext(m, err))
	py.SetAttr(py.GetAttr(m, "__enter__"), "return_value", "in")
	entered = py.EnterContext(m)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), entered)
		return nil
	})
	py.Check(py.ExitContext(m, err))
	py.Call(builtins.Module().Attr("print"), py.GetAttr(py.GetAttr(m, "__exit__"), "call_count"), py.GetAttr(py.GetAttr(m, "__exit__"), "call_args"))
	py.SetAttr(py.GetAttr(m, "__str__"), "return_value", "as text")
	py.Call(builtins.Module().Attr("print"), py.Str(m), py.Format(m, ""))
	py.SetItem(m, "k", 1)
	py.Call(builtins.Module().Attr("print"), py.GetAttr(py.GetAttr(m, "__setitem__"), "call_args"), py.GetAttr(py.GetAttr(m, "__getitem__"), "mock_calls"))
	py.Call(builtins.Module().Attr("print"), py.TypeOf(py.Add(m, 1)).Name(), py.Is(py.CallMethod(py.GetAttr(py.GetAttr(m, "x"), "y"), "z"), py.CallMethod(py.GetAttr(py.GetAttr(m, "x"), "y"), "z")))
	show(py.Func("magics.<locals>.<lambda>()", func() any { return py.Len(py.Call(mock.Module().Attr("Mock"))) }), py.Tuple{}, py.DictOf[any, any]())
	p := py.Call(mock.Module().Attr("Mock"))
	py.SetAttr(p, "__len__", py.Func("magics.<locals>.<lambda>(self)", func(self any) any { return 12 }))
	py.Call(builtins.Module().Attr("print"), py.Len(p))
	prop := py.CallKw(mock.Module().Attr("PropertyMock"), nil, py.Kwargs{{Name: "return_value", Value: 3}})
	t := py.NewClass("T", nil, nil, func(ns *py.Namespace) {
		ns.Set("__qualname__", "magics.<locals>.T")
	})
	py.SetAttr(t, "value", prop)
	t2 := py.Call(t)
	py.Call(builtins.Module().Attr("print"), py.GetAttr(t2, "value"), py.GetAttr(prop, "mock_calls"))
	py.SetAttr(t2, "value", 9)
	py.Call(builtins.Module().Attr("print"), py.GetAttr(prop, "mock_calls"))
}

func asyncs(ctx context.Context) error {
	m := py.CallKw(mock.Module().Attr("AsyncMock"), nil, py.Kwargs{{Name: "return_value", Value: 3}})
	callee := builtins.Module().Attr("print")
	result, err := asyncio.Await(ctx, py.Call(m, 1))
	if err != nil {
		return err
	}
	py.Call(callee, result, py.GetAttr(m, "await_count"), py.GetAttr(m, "await_args"), py.CallMethod(asyncio.Module(), "iscoroutinefunction", m))
	py.CallMethod(m, "assert_awaited_once_with", 1)
	show(py.GetAttr(m, "assert_awaited_once_with"), py.Tuple{2}, py.DictOf[any, any]())
	show(py.GetAttr(m, "assert_not_awaited"), py.Tuple{}, py.DictOf[any, any]())
	py.SetAttr(m, "side_effect", py.ListOf[any](1, py.Call(py.KeyError, "k")))
	callee2 := builtins.Module().Attr("print")
	result2, err := asyncio.Await(ctx, py.Call(m))
	if err != nil {
		return err
	}
	py.Call(callee2, result2)
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.Call(m))
		return err
	})
	if err != nil {
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			py.Call(builtins.Module().Attr("print"), "key", err)
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	err2 := py.Try(func() error {
		_, err := asyncio.Await(ctx, py.Call(m))
		return err
	})
	if err2 != nil {
		raised := py.InContext(err2, func() error {
			if !errors.Is(err2, py.StopAsyncIteration) {
				return err2
			}
			py.Call(builtins.Module().Attr("print"), "stop", py.Repr(err2))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	var eff any = py.AsyncFunc("asyncs.<locals>.eff(x)", func(ctx context.Context, x any) (any, error) {
		if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "sleep", 0)); err != nil {
			return nil, err
		}
		return py.Add(x, 1), nil
	})
	py.SetAttr(m, "side_effect", eff)
	callee3 := builtins.Module().Attr("print")
	result3, err3 := asyncio.Await(ctx, py.Call(m, 41))
	if err3 != nil {
		return err3
	}
	py.Call(callee3, result3, py.GetAttr(m, "await_count"), py.GetAttr(m, "await_args_list"))
	c := py.Call(mock.Module().Attr("MagicMock"))
	inside, err3 := py.AEnterContext(ctx, c)
	if err3 != nil {
		return err3
	}
	err3 = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.Is(inside, py.GetAttr(py.GetAttr(c, "__aenter__"), "return_value")))
		return nil
	})
	if err := py.AExitContext(ctx, c, err3); err != nil {
		return err
	}
	value := py.ListOf[any](1, 2, 3)
	py.SetAttr(py.GetAttr(c, "__aiter__"), "return_value", value)
	callee4 := builtins.Module().Attr("print")
	items := py.ListOf[any]()
	it := py.AIter(c)
	for {
		i, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		items.Append(i)
	}
	py.Call(callee4, items)
	a := py.Call(mock.Module().Attr("AsyncMock"))
	callee5 := builtins.Module().Attr("print")
	result4, err3 := asyncio.Await(ctx, py.CallMethod(a, "get", "url"))
	if err3 != nil {
		return err3
	}
	py.Call(callee5, py.Is(result4, py.GetAttr(py.GetAttr(a, "get"), "return_value")), py.GetAttr(a, "mock_calls"))
	st := py.CallKw(mock.Module().Attr("Mock"), nil, py.Kwargs{{Name: "spec", Value: Store}})
	value2 := py.DictOf[any, any]("name", "ann lee")
	py.SetAttr(py.GetAttr(st, "fetch"), "return_value", value2)
	callee6 := builtins.Module().Attr("print")
	result5, err3 := asyncio.Await(ctx, py.CallMethod(py.Call(Service, st), "name_of", 4))
	if err3 != nil {
		return err3
	}
	py.Call(callee6, result5, py.GetAttr(py.GetAttr(st, "fetch"), "await_args"))
	st2 := py.CallKw(mock.Module().Attr("AsyncMock"), nil, py.Kwargs{{Name: "spec", Value: Store}})
	py.SetAttr(py.GetAttr(st2, "close"), "return_value", 1)
	py.Call(builtins.Module().Attr("print"), py.CallMethod(st2, "close"), py.TypeOf(py.GetAttr(st2, "close")).Name(), py.TypeOf(py.GetAttr(st2, "fetch")).Name())
	co := py.Call(m, 1)
	py.Call(builtins.Module().Attr("print"), py.TypeOf(co).Name())
	_, err3 = asyncio.Await(ctx, co)
	return err3
}

func patches(ctx context.Context) error {
	manager := py.CallKw(mock.Module().Attr("patch"), []any{"service.asyncio.sleep"}, py.Kwargs{{Name: "new_callable", Value: mock.Module().Attr("AsyncMock")}})
	sleep := py.EnterContext(manager)
	err := py.Try(func() error {
		callee := builtins.Module().Attr("print")
		result, err := asyncio.Await(ctx, py.CallMethod(py.Call(Service, py.Call(Store)), "name_of", 1))
		if err != nil {
			return err
		}
		py.Call(callee, result, py.GetAttr(sleep, "await_count"))
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	manager2 := py.CallKw(mock.Module().Attr("patch"), []any{"asyncio.sleep"}, py.Kwargs{{Name: "new", Value: py.Call(mock.Module().Attr("AsyncMock"))}})
	sleep = py.EnterContext(manager2)
	err = py.Try(func() error {
		callee := builtins.Module().Attr("print")
		result, err := asyncio.Await(ctx, py.CallMethod(py.Call(Service, py.Call(Store), 3), "name_of", 1))
		if err != nil {
			return err
		}
		py.Call(callee, result, py.GetAttr(sleep, "await_args_list"))
		return nil
	})
	if err := py.ExitContext(manager2, err); err != nil {
		return err
	}
	manager3 := py.CallKw(mock.Module().Attr("patch"), []any{"service.time.time"}, py.Kwargs{{Name: "return_value", Value: 12.7}})
	py.EnterContext(manager3)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.CallMethod(py.Call(Service, nil), "stamp"))
		return nil
	})
	if err := py.ExitContext(manager3, err); err != nil {
		return err
	}
	manager4 := py.Call(mock.Module().Attr("patch"), "service.load_user", py.CallKw(mock.Module().Attr("AsyncMock"), nil, py.Kwargs{{Name: "return_value", Value: "patched"}}))
	lu := py.EnterContext(manager4)
	err = py.Try(func() error {
		callee := builtins.Module().Attr("print")
		result, err := asyncio.Await(ctx, py.Call(greet, 8))
		if err != nil {
			return err
		}
		py.Call(callee, result, py.GetAttr(lu, "await_args"))
		return nil
	})
	if err := py.ExitContext(manager4, err); err != nil {
		return err
	}
	callee := builtins.Module().Attr("print")
	result, err := asyncio.Await(ctx, py.Call(greet, 8))
	if err != nil {
		return err
	}
	py.Call(callee, result)
	manager5 := py.CallMethodKw(mock.Module().Attr("patch"), "object", []any{Store, "fetch"}, py.Kwargs{{Name: "return_value", Value: py.DictOf[any, any]("name", "bob")}})
	fetch := py.EnterContext(manager5)
	err = py.Try(func() error {
		callee := builtins.Module().Attr("print")
		arg := py.TypeOf(fetch).Name()
		result, err := asyncio.Await(ctx, py.CallMethod(py.Call(Service, py.Call(Store)), "name_of", 2))
		if err != nil {
			return err
		}
		py.Call(callee, arg, result, py.GetAttr(fetch, "mock_calls"))
		return nil
	})
	if err := py.ExitContext(manager5, err); err != nil {
		return err
	}
	manager6 := py.CallMethod(mock.Module().Attr("patch"), "object", Store, "limit", 10)
	py.EnterContext(manager6)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.GetAttr(Store, "limit"), py.GetAttr(py.Call(Store), "limit"))
		return nil
	})
	if err := py.ExitContext(manager6, err); err != nil {
		return err
	}
	py.Call(builtins.Module().Attr("print"), py.GetAttr(Store, "limit"))
	manager7 := py.CallKw(mock.Module().Attr("patch"), []any{"builtins.input"}, py.Kwargs{{Name: "return_value", Value: " zed "}})
	py.EnterContext(manager7)
	var pr any
	err = py.Try(func() error {
		manager := py.Call(mock.Module().Attr("patch"), "builtins.print")
		pr = py.EnterContext(manager)
		err := py.Try(func() error {
			py.Call(builtins.Module().Attr("print"), py.Call(ask))
			return nil
		})
		return py.ExitContext(manager, err)
	})
	if err := py.ExitContext(manager7, err); err != nil {
		return err
	}
	py.Call(builtins.Module().Attr("print"), py.GetAttr(pr, "mock_calls"))
	manager8 := py.Call(mock.Module().Attr("patch"), "builtins.open", py.CallKw(mock.Module().Attr("mock_open"), nil, py.Kwargs{{Name: "read_data", Value: "a\n b\n"}}))
	op := py.EnterContext(manager8)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.Call(readConfig, "x.ini"), py.GetAttr(op, "call_args"))
		return nil
	})
	if err := py.ExitContext(manager8, err); err != nil {
		return err
	}
	manager9 := py.CallMethod(mock.Module().Attr("patch"), "dict", os.Module().Attr("environ"), py.DictOf[any, any]("MODE", "test"))
	py.EnterContext(manager9)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.GetItem(os.Module().Attr("environ"), "MODE"))
		return nil
	})
	if err := py.ExitContext(manager9, err); err != nil {
		return err
	}
	py.Call(builtins.Module().Attr("print"), py.Contains(os.Module().Attr("environ"), "MODE"))
	manager10 := py.CallMethodKw(mock.Module().Attr("patch"), "dict", []any{"os.environ"}, py.Kwargs{{Name: "MODE", Value: "kw"}})
	py.EnterContext(manager10)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.CallMethod(os.Module().Attr("environ"), "get", "MODE"))
		return nil
	})
	if err := py.ExitContext(manager10, err); err != nil {
		return err
	}
	d := py.DictOf[any, any]("a", 1)
	manager11 := py.CallMethodKw(mock.Module().Attr("patch"), "dict", []any{d, py.DictOf[any, any]("b", 2)}, py.Kwargs{{Name: "clear", Value: true}})
	py.EnterContext(manager11)
	err = py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), d)
		return nil
	})
	if err := py.ExitContext(manager11, err); err != nil {
		return err
	}
	py.Call(builtins.Module().Attr("print"), d)
	err = py.Try(func() error {
		manager := py.Call(mock.Module().Attr("patch"), "service.missing")
		py.EnterContext(manager)
		err := py.Try(func() error {
			return nil
		})
		return py.ExitContext(manager, err)
	})
	if err != nil {
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			py.Call(builtins.Module().Attr("print"), strings.HasSuffix(py.Str(err), "does not have the attribute 'missing'"))
			return nil
		})
		if raised != nil {
			return raised
		}
	}
	manager12 := py.CallMethodKw(mock.Module().Attr("patch"), "multiple", []any{serviceModule}, py.Kwargs{{Name: "ask", Value: mock.Module().Attr("DEFAULT")}, {Name: "greet", Value: 5}})
	got := py.EnterContext(manager12)
	err2 := py.Try(func() error {
		py.Call(builtins.Module().Attr("print"), py.SortedList(py.Items[any](got)), serviceGlobals.Get("greet"), py.Is(serviceGlobals.Get("ask"), py.GetItem(got, "ask")))
		return nil
	})
	if err := py.ExitContext(manager12, err2); err != nil {
		return err
	}
	p := py.Call(mock.Module().Attr("patch"), "service.ask")
	mocked := py.CallMethod(p, "start")
	py.SetAttr(mocked, "return_value", "started")
	py.Call(builtins.Module().Attr("print"), py.Call(serviceGlobals.Get("ask")))
	py.CallMethod(p, "stop")
	f := py.CallKw(mock.Module().Attr("create_autospec"), []any{serviceGlobals.Get("read_config")}, py.Kwargs{{Name: "return_value", Value: py.ListOf[any]()}})
	py.Call(builtins.Module().Attr("print"), py.Call(f, "p"), py.GetAttr(f, "call_args"))
	show(f, py.Tuple{}, py.DictOf[any, any]())
	show(f, py.Tuple{1, 2}, py.DictOf[any, any]())
	inst := py.Call(mock.Module().Attr("create_autospec"), Store)
	callee2 := builtins.Module().Attr("print")
	arg := py.IsInstance(py.Call(inst), Store)
	result2, err2 := asyncio.Await(ctx, py.CallMethod(py.Call(inst), "fetch", 3))
	if err2 != nil {
		return err2
	}
	py.Call(callee2, arg, result2 != nil)
	show(py.Func("patches.<locals>.<lambda>()", func() any { return py.CallMethod(py.Call(inst), "close", 1) }), py.Tuple{}, py.DictOf[any, any]())
	return nil
}

func testsSetUp(self any) any {
	py.SetAttr(self, "store", py.CallKw(mock.Module().Attr("AsyncMock"), nil, py.Kwargs{{Name: "spec", Value: Store}}))
	patcher := py.CallKw(mock.Module().Attr("patch"), []any{"service.time.time"}, py.Kwargs{{Name: "return_value", Value: 1.0}})
	py.SetAttr(self, "time", py.CallMethod(patcher, "start"))
	py.CallMethod(self, "addCleanup", py.GetAttr(patcher, "stop"))
	return nil
}

func testsTestGreet(ctx context.Context, self, sleep, load any) (any, error) {
	py.SetAttr(load, "return_value", "deco")
	assertEqual := py.MethodOf(self, "assertEqual")
	result, err := asyncio.Await(ctx, py.Call(greet, 1))
	if err != nil {
		return nil, err
	}
	assertEqual.Call(result, "hello deco")
	py.CallMethod(load, "assert_awaited_once_with", 1)
	py.CallMethod(sleep, "assert_not_called")
	return nil, nil
}

func testsTestRetry(ctx context.Context, self any) (any, error) {
	value := py.ListOf[any](py.ConnectionError, py.DictOf[any, any]("name", "joe"))
	py.SetAttr(py.GetAttr(py.GetAttr(self, "store"), "fetch"), "side_effect", value)
	manager := py.Call(mock.Module().Attr("patch"), "asyncio.sleep")
	sleep := py.EnterContext(manager)
	err := py.Try(func() error {
		assertEqual := py.MethodOf(self, "assertEqual")
		result, err := asyncio.Await(ctx, py.CallMethod(py.Call(Service, py.GetAttr(self, "store")), "name_of", 5))
		if err != nil {
			return err
		}
		assertEqual.Call(result, "Joe")
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return nil, err
	}
	py.CallMethod(sleep, "assert_awaited_once_with", 0.5)
	py.MethodOf(py.GetAttr(py.GetAttr(self, "store"), "fetch"), "assert_has_awaits").Call(py.ListOf[any](py.Call(mock.Module().Attr("call"), 5), py.Call(mock.Module().Attr("call"), 5)))
	return nil, nil
}

func testsTestTime(self any) any {
	py.MethodOf(self, "assertEqual").Call(py.CallMethod(py.Call(Service, py.GetAttr(self, "store")), "stamp"), 1)
	py.CallMethod(py.GetAttr(self, "time"), "assert_called_once")
	return nil
}

func testsTestFails(self any) any {
	py.CallMethod(py.GetAttr(self, "store"), "close")
	manager := py.CallMethod(self, "assertRaises", py.AssertionError)
	e := py.EnterContext(manager)
	err := py.Try(func() error {
		py.CallMethod(py.GetAttr(py.GetAttr(self, "store"), "close"), "assert_called_once_with", 1)
		return nil
	})
	py.Check(py.ExitContext(manager, err))
	py.Call(builtins.Module().Attr("print"), py.GetAttr(e, "exception"))
	return nil
}

func main() {
	py.Main(func() error {
		importlib.Provide("asyncio", asyncio.Module)
		importlib.Provide("builtins", builtins.Module)
		importlib.Provide("os", os.Module)
		importlib.Provide("service", func() *py.Module {
			importService()
			return serviceModule
		})

		importService()
		importService()
		Service = serviceGlobals.Get("Service")
		ask = serviceGlobals.Get("ask")
		greet = serviceGlobals.Get("greet")
		readConfig = serviceGlobals.Get("read_config")
		importStore()
		py.NewClass("Tests", []any{unittest.Module().Attr("IsolatedAsyncioTestCase")}, nil, func(ns *py.Namespace) {
			ns.Set("setUp", py.Func("Tests.setUp(self)", testsSetUp))

			decorator := py.CallKw(mock.Module().Attr("patch"), []any{"service.load_user"}, py.Kwargs{{Name: "new_callable", Value: mock.Module().Attr("AsyncMock")}})
			decorator2 := py.Call(mock.Module().Attr("patch"), "service.asyncio.sleep")
			ns.Set("test_greet", py.Call(decorator, py.Call(decorator2, py.AsyncFunc("Tests.test_greet(self, sleep, load)", testsTestGreet))))

			ns.Set("test_retry", py.AsyncFunc("Tests.test_retry(self)", testsTestRetry))

			ns.Set("test_time", py.Func("Tests.test_time(self)", testsTestTime))

			ns.Set("test_fails", py.Func("Tests.test_fails(self)", testsTestFails))
		})

		basics()
		magics()
		if err := asyncio.RunFunc(asyncs); err != nil {
			return err
		}
		if err := asyncio.RunFunc(patches); err != nil {
			return err
		}
		py.CallMethodKw(unittest.Module(), "main", nil, py.Kwargs{{Name: "verbosity", Value: 2}, {Name: "argv", Value: py.ListOf[any]("x")}})
		return nil
	})
}
