"""Names, tries and errors in annotated asyncio code."""
import asyncio
import sys
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Awaitable, Callable, Generic, Iterable, Literal, Optional, TypeVar


class AppError(Exception):
    """Base."""

    code = 500

    def __init__(self, message: str, *, detail: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail or {}


class NotFound(AppError):
    code = 404


class Invalid(AppError):
    code = 400

    def __str__(self) -> str:
        return f"invalid: {self.message}"


class Service:
    def __init__(self, name: str) -> None:
        self.name = name
        self.calls: list[tuple[str, int]] = []

    async def op(self, n: int) -> int:
        self.calls.append((self.name, n))
        await asyncio.sleep(0)
        if n == 0:
            raise NotFound("zero", detail={"n": n})
        if n < 0:
            raise Invalid(f"negative {n}")
        if n > 100:
            raise OverflowError(n)
        return 100 // n

    async def safe(self, n: int, default: int = -1) -> int:
        try:
            return await self.op(n)
        except NotFound:
            return default
        except Invalid as e:
            print("safe:", e, e.code, e.detail)
            return 0

    async def reraise(self, n: int) -> int:
        try:
            v = await self.op(n)
        except AppError as e:
            raise RuntimeError("wrapped") from e
        else:
            print("value", v)
        finally:
            print("finally", n)
        return v

    async def loop(self, ns: Iterable[int]) -> list[int]:
        out: list[int] = []
        for n in ns:
            try:
                v = await self.op(n)
                if v == 50:
                    continue
                out.append(v)
            except NotFound:
                continue
            except Invalid:
                break
            print("after", n)
        else:
            print("no break")
        return out


async def nested(s: Service) -> str:
    try:
        try:
            await s.op(0)
        except Invalid:
            print("not here")
        return "unreached"
    except NotFound as e:
        try:
            await s.op(-5)
        except Invalid as e2:
            return f"{e}/{e2}/{e2.__context__!r}"
    return "end"


async def timeouts() -> list[str]:
    out: list[str] = []
    for t in (0.001, 5):
        try:
            async with asyncio.timeout(t):
                await asyncio.sleep(0.01)
            out.append("done")
        except TimeoutError:
            out.append("timeout")
        try:
            r = await asyncio.wait_for(asyncio.sleep(0.01, "val"), t)
            out.append(r)
        except asyncio.TimeoutError as e:
            out.append(type(e).__name__)
    return out


async def cancelled() -> str:
    ev = asyncio.Event()

    async def victim() -> str:
        try:
            await ev.wait()
        except asyncio.CancelledError:
            print("victim cancelled")
            raise
        return "never"

    t = asyncio.create_task(victim())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        return f"cancelled {t.cancelled()} {t.done()}"
    return "?"


async def main() -> None:
    s = Service("svc")
    print(await s.safe(5), await s.safe(0), await s.safe(-3), await s.safe(0, default=7))
    for n in (4, 0, 200):
        try:
            print(await s.reraise(n))
        except RuntimeError as e:
            print("re", e, repr(e.__cause__), isinstance(e.__cause__, AppError) and e.__cause__.code)
        except ArithmeticError as e:
            print("arith", e)
    print(await s.loop([1, 2, 0, 3]), await s.loop([1, -1, 5]))
    print(await nested(s))
    print(await timeouts())
    print(await cancelled())
    results = await asyncio.gather(s.op(2), s.op(0), s.op(-1), return_exceptions=True)
    for r in results:
        match r:
            case NotFound(code=c):
                print("nf", c)
            case AppError() as e:
                print("app", e)
            case int():
                print("int", r)
    try:
        async with asyncio.TaskGroup() as tg:
            a = tg.create_task(s.op(1))
            b = tg.create_task(s.op(0))
            c = tg.create_task(s.op(-2))
    except* NotFound as eg:
        print("group nf", [e.message for e in eg.exceptions])
    except* Invalid as eg:
        print("group inv", [str(e) for e in eg.exceptions])
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(s.op(10))
        y = tg.create_task(s.safe(0))
    print(x.result() + y.result())
    print(len(s.calls), s.calls[-1])


asyncio.run(main())
