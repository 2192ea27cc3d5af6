"""What the operations of library objects without Go types give."""
import argparse
import contextlib
import contextvars
import dataclasses
import functools
import io
import itertools
import logging
import os
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, ROUND_HALF_UP
from fractions import Fraction
from inspect import isawaitable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from collections import deque

rid = contextvars.ContextVar("rid", default="-")
log = logging.getLogger("app")
PAT = re.compile(r"(\w+)=(\d+)?")

def parse(text: str) -> dict[str, str | None]:
    out: dict[str, str | None] = {}
    for m in PAT.finditer(text):
        out[m.group(1)] = m.group(2)
    return out

def total(prices: list[Decimal]) -> Decimal:
    t = Decimal("0")
    for p in prices:
        t += p
    return t.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

def show(m):
    if m:
        print(m.group(0), m[1], m.groups(), m.span(), m.start() + 1, m.lastgroup)
    else:
        print("no match")

def objects() -> None:
    print(parse("a=1 b= c=33"))
    show(PAT.match("xx=9"))
    show(re.match(r"q", "xx=9"))
    m = re.search("(?i)WORLD", "hello world", re.IGNORECASE | re.M)
    if m is not None:
        print(m.group().upper(), len(m.group()))
    print(total([Decimal("1.005"), Decimal(2), 3 * Decimal("0.1")]), -Decimal(3), abs(Decimal(-2)), round(Decimal("2.675"), 2), round(Decimal("2.5")))
    x = Decimal(5) / 3
    print(x, x > 1, x == Decimal(5), x != None, bool(Decimal(0)))
    print(Fraction(1, 3) + 1, Fraction(1, 2) * 0.5, Fraction(3, 4).numerator * 10**30)
    d = date(2024, 2, 28)
    e = d + timedelta(days=2)
    print(e, (e - d).days, e.year * 2, e.weekday(), e.isoformat()[:4], d < e, max(d, e))
    dt = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
    print(dt + timedelta(hours=13), (dt - dt).total_seconds() / 2, dt.date(), timedelta(hours=3) / timedelta(minutes=7), timedelta(days=1) * 1.5)
    buf = io.StringIO()
    n = buf.write("hello\nworld\n")
    print("more", file=buf)
    buf.seek(0)
    for line in buf:
        print(n, line.rstrip().upper())
    with io.BytesIO(b"abc") as raw:
        print(raw.read(2) + b"!", raw.tell())
    with tempfile.TemporaryDirectory() as tmp:
        p = os.path.join(tmp, "f")
        open(p, "w").close()
        print(os.listdir(tmp), tmp.startswith("/"))
    print(list(itertools.islice(itertools.count(5), 3)), list(itertools.chain([1], [2, 3])))
    c = itertools.count(1)
    print(next(c) + next(c))
    u = urlsplit("https://me@ex.org:80/a/b?q=1#f")
    print(u.netloc + u.path, u.hostname, u.port, u.username, u.password)
    tok = rid.set("7")
    print(rid.get(), rid.name + "!")
    rid.reset(tok)
    print(rid.get())
    ev = threading.Event()
    t = threading.Thread(target=ev.set)
    t.start(); t.join()
    print(ev.is_set(), ev.wait(1))
    ap = argparse.ArgumentParser(prog="p")
    ap.add_argument("--n", type=int, default=3)
    ns = ap.parse_args(["--n", "5"])
    print(ns.n + 1)
    b = bytearray(b"ab")
    b.append(99); b += b"d"; b.extend(b"ef")
    b[0] = 65
    print(b, b[1] + 1, b[1:3], len(b), b.decode().upper(), bytes(b), b.find(b"d"), [x for x in b], b.pop(), b + b"z", b == b"Abcde", b * 2)
    print(int.from_bytes(b"\x01\x00", "big") + 1, bytes.fromhex("ff00"), int("0b11", 2), int(True), float("1.5"), int("7"), int(3.9))
    for i, v in enumerate(ns.__dict__.items()):
        print(i, v)
    anyl = list(ns.__dict__)
    anyl.append("z"); print(anyl, sorted(ns.__dict__), tuple(ns.__dict__), tuple([1, 2])[0] + 1, set(ns.__dict__))
    print(divmod(10**20, 7), isawaitable(3), subprocess.PIPE, logging.INFO + 1, log.name, log.isEnabledFor(50))
    s = object()
    print(s is s, s == s, type(s).__name__)
    try:
        PAT.match(3)
    except TypeError as err:
        print(err)
    w: str | None = (re.match("a", "b") or re.match("(b)", "b")).group(1)
    print(w)


T = TypeVar("T")

def traced(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kw):
        print("call", fn.__name__)
        return fn(*args, **kw)
    return wrapper

@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)

@traced
def add(a: int, b: int) -> int:
    return a + b

@contextlib.contextmanager
def ctx(name: str):
    print("in", name)
    yield name
    print("out", name)

@dataclass(order=True)
class P:
    x: int
    when: date
    price: Decimal = Decimal("1")

    @functools.cached_property
    def twice(self) -> int:
        return self.x * 2

class MyMatch(logging.Filter):
    def filter(self, record):
        return record.levelno > 20

def results() -> None:
    print(fib(40), add(1, b=2), fib.cache_info().hits)
    with ctx("a") as n:
        print(n + "!")
    ps = sorted([P(2, date(2024, 1, 1)), P(1, date(2023, 5, 6), Decimal(3))])
    print(ps, ps[0].when.year + 1, sum((p.price for p in ps), Decimal(0)), ps[0].twice)
    print(dataclasses.asdict(ps[1]))
    p = Path("/tmp") / "x.tar.gz"
    print(p.name + "|" + p.suffix + "|" + p.stem, p.parent, p.parent.name, p.exists(), p.with_suffix(".zip"), str(p)[:3], "a" / Path("b"))
    print(os.path.join("a", "b", "c").upper(), os.path.splitext("f.txt")[1] + "!", os.path.basename("/q/w") + "x")
    print(os.environ.get("NOPE_X", "dflt").upper(), os.environ.get("NOPE_X"), os.getenv("NOPE_X") is None)
    os.environ["NOPE_X"] = "1"
    print(os.environ["NOPE_X"] + "2", sys.maxsize > 5, sys.byteorder.upper())
    d = dict([("a", 1), ("b", 2)])
    d["c"] = 3
    e = dict(zip("xy", [1, 2]))
    e["z"] = "str"
    print(d, e, dict(d), {**d, "q": 1})
    print(pow(10**20, 3, 7), pow(2, 10**20, 13) + 1, divmod(10**25, 10**3))
    h = logging.StreamHandler(sys.stdout)
    log = logging.getLogger("zz")
    log.setLevel(logging.DEBUG)
    log.addHandler(h)
    log.addFilter(MyMatch())
    log.info("hidden %s", p)
    log.warning("shown %s %d", ps[0].x, 3)
    r = re.sub(r"(\d)", r"<\1>", "a1b2")
    print(r + "!", re.escape("a.b"))
    t = None
    for m in re.finditer("[a-c]", "xaybzc"):
        t = m
    print(t.group() if t else "-")
    x = re.match("(a)(b)?", "a").groups()
    print(x, [g is None for g in x], len(x))
    first, second = x
    print(first, second)
    for g in x:
        print(g)


class Ratio(Fraction):
    """Objects of a class of the program are not taken for those of the library."""

    def __add__(self, other):
        return "sum"


def derived() -> None:
    r = Ratio(1, 2)
    print(r + 1, r.numerator, Fraction(3, 4).numerator + 1, Fraction(1, 4) + 1)
    print(Fraction(r) + 1)


def replaced() -> None:
    old = tempfile.gettempdir
    tempfile.gettempdir = lambda: 3
    print(tempfile.gettempdir() + 1)
    tempfile.gettempdir = old
    print(deque(itertools.islice(itertools.count(), 2)))


objects()
results()
derived()
replaced()
