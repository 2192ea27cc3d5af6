"""unittest.mock: mocks, magic and async ones, patches of modules, classes and builtins."""
import asyncio
import os
import unittest
from unittest import IsolatedAsyncioTestCase
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, sentinel, DEFAULT

import service
from service import Service, ask, greet, read_config
from store import Store


def show(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, str(e))


def basics():
    m = Mock()
    print(m.foo.bar(1, x=2) is m.foo.bar.return_value, m.foo.bar.called, m.foo.bar.call_count)
    print(m.mock_calls, m.method_calls, m.foo.bar.call_args, m.foo.bar.call_args.args, m.foo.bar.call_args[1])
    m.return_value = 5
    m.side_effect = [1, 2, ValueError("third")]
    print(m(), m())
    show(m)
    show(m)
    m.side_effect = lambda x: x * 2
    print(m(21))
    m.side_effect = lambda x: DEFAULT
    print(m(21))
    show(m.assert_called_once)
    show(m.assert_called_with, 22)
    show(m.assert_called_with, 21)
    show(m.assert_any_call, 3, y=1)
    show(m.assert_has_calls, [call(), call()])
    show(m.assert_has_calls, [call(9)])
    show(m.assert_not_called)
    show(Mock(name="db").assert_called_once_with, 1)
    show(Mock(name="db").assert_called)
    n = Mock(name="db", **{"query.return_value": [1, 2], "size": 4})
    print(n.query("select"), n.size, n.query.call_args == call("select"), n.query.call_args_list)
    show(lambda: n.assert_caled())
    show(lambda: n.called_once())
    s = Mock(spec=["a", "b"])
    print(s.a is s.a, hasattr(s, "c"))
    show(lambda: s.c)
    z = Mock(spec=Store)
    print(isinstance(z, Store), hasattr(z, "fetch"), hasattr(z, "nope"), type(z).__name__)
    show(lambda: Mock(spec_set=Store).__setattr__("nope", 1))
    del n.size
    show(lambda: n.size)
    n.reset_mock()
    print(n.query.call_count, n.mock_calls, n.query("again"))
    print(repr(m).split(" id=")[0], repr(n.query).split(" id=")[0], repr(n.a().b).split(" id=")[0], repr(z).split(" id=")[0])
    print(call(1, a=2), call.foo(3), call.foo.bar(), call().x(1), call == call, call(1) == call(ANY), (1,) == call(1))
    print(call.a(1).b(2).call_list(), m.mock_calls == [call(), call(), call(), call(), call(21), call(21)])
    print(sentinel.thing, sentinel.thing is sentinel.thing, ANY == 3, repr(ANY))


def magics():
    m = MagicMock()
    print(len(m), bool(m), int(m), list(m), 3 in m, float(m), m == m, m == 3, m != 3)
    m.__len__.return_value = 7
    m.__getitem__.side_effect = lambda k: k * 2
    m.__iter__.return_value = iter("abc")
    print(len(m), m["x"], list(m), list(m))
    with m as entered:
        print(entered is m.__enter__.return_value)
    m.__enter__.return_value = "in"
    with m as entered:
        print(entered)
    print(m.__exit__.call_count, m.__exit__.call_args)
    m.__str__.return_value = "as text"
    print(str(m), f"{m}")
    m["k"] = 1
    print(m.__setitem__.call_args, m.__getitem__.mock_calls)
    print(type(m + 1).__name__, m.x.y.z() is m.x.y.z())
    show(lambda: len(Mock()))
    p = Mock()
    p.__len__ = lambda self: 12
    print(len(p))
    prop = PropertyMock(return_value=3)
    class T:
        pass
    T.value = prop
    t = T()
    print(t.value, prop.mock_calls)
    t.value = 9
    print(prop.mock_calls)


async def asyncs():
    m = AsyncMock(return_value=3)
    print(await m(1), m.await_count, m.await_args, asyncio.iscoroutinefunction(m))
    m.assert_awaited_once_with(1)
    show(m.assert_awaited_once_with, 2)
    show(m.assert_not_awaited)
    m.side_effect = [1, KeyError("k")]
    print(await m())
    try:
        await m()
    except KeyError as e:
        print("key", e)
    try:
        await m()
    except StopAsyncIteration as e:
        print("stop", repr(e))
    async def eff(x):
        await asyncio.sleep(0)
        return x + 1
    m.side_effect = eff
    print(await m(41), m.await_count, m.await_args_list)
    c = MagicMock()
    async with c as inside:
        print(inside is c.__aenter__.return_value)
    c.__aiter__.return_value = [1, 2, 3]
    print([i async for i in c])
    a = AsyncMock()
    print(await a.get("url") is a.get.return_value, a.mock_calls)
    st = Mock(spec=Store)
    st.fetch.return_value = {"name": "ann lee"}
    print(await Service(st).name_of(4), st.fetch.await_args)
    st2 = AsyncMock(spec=Store)
    st2.close.return_value = 1
    print(st2.close(), type(st2.close).__name__, type(st2.fetch).__name__)
    co = m(1)
    print(type(co).__name__)
    await co


async def patches():
    with patch("service.asyncio.sleep", new_callable=AsyncMock) as sleep:
        print(await Service(Store()).name_of(1), sleep.await_count)
    with patch("asyncio.sleep", new=AsyncMock()) as sleep:
        print(await Service(Store(), 3).name_of(1), sleep.await_args_list)
    with patch("service.time.time", return_value=12.7):
        print(Service(None).stamp())
    with patch("service.load_user", AsyncMock(return_value="patched")) as lu:
        print(await greet(8), lu.await_args)
    print(await greet(8))
    with patch.object(Store, "fetch", return_value={"name": "bob"}) as fetch:
        print(type(fetch).__name__, await Service(Store()).name_of(2), fetch.mock_calls)
    with patch.object(Store, "limit", 10):
        print(Store.limit, Store().limit)
    print(Store.limit)
    with patch("builtins.input", return_value=" zed "), patch("builtins.print") as pr:
        print(ask())
    print(pr.mock_calls)
    with patch("builtins.open", mock_open(read_data="a\n b\n")) as op:
        print(read_config("x.ini"), op.call_args)
    with patch.dict(os.environ, {"MODE": "test"}):
        print(os.environ["MODE"])
    print("MODE" in os.environ)
    with patch.dict("os.environ", MODE="kw"):
        print(os.environ.get("MODE"))
    d = {"a": 1}
    with patch.dict(d, {"b": 2}, clear=True):
        print(d)
    print(d)
    try:
        with patch("service.missing"):
            pass
    except AttributeError as e:
        print(str(e).endswith("does not have the attribute 'missing'"))
    with patch.multiple(service, ask=DEFAULT, greet=5) as got:
        print(sorted(got), service.greet, service.ask is got["ask"])
    p = patch("service.ask")
    mocked = p.start()
    mocked.return_value = "started"
    print(service.ask())
    p.stop()
    f = create_autospec(service.read_config, return_value=[])
    print(f("p"), f.call_args)
    show(f)
    show(f, 1, 2)
    inst = create_autospec(Store)
    print(isinstance(inst(), Store), await inst().fetch(3) is not None)
    show(lambda: inst().close(1))


class Tests(IsolatedAsyncioTestCase):
    def setUp(self):
        self.store = AsyncMock(spec=Store)
        patcher = patch("service.time.time", return_value=1.0)
        self.time = patcher.start()
        self.addCleanup(patcher.stop)

    @patch("service.load_user", new_callable=AsyncMock)
    @patch("service.asyncio.sleep")
    async def test_greet(self, sleep, load):
        load.return_value = "deco"
        self.assertEqual(await greet(1), "hello deco")
        load.assert_awaited_once_with(1)
        sleep.assert_not_called()

    async def test_retry(self):
        self.store.fetch.side_effect = [ConnectionError, {"name": "joe"}]
        with patch("asyncio.sleep") as sleep:
            self.assertEqual(await Service(self.store).name_of(5), "Joe")
        sleep.assert_awaited_once_with(0.5)
        self.store.fetch.assert_has_awaits([call(5), call(5)])

    def test_time(self):
        self.assertEqual(Service(self.store).stamp(), 1)
        self.time.assert_called_once()

    def test_fails(self):
        self.store.close()
        with self.assertRaises(AssertionError) as e:
            self.store.close.assert_called_once_with(1)
        print(e.exception)


basics()
magics()
asyncio.run(asyncs())
asyncio.run(patches())
unittest.main(verbosity=2, argv=["x"])
