"""Small modules, and modules that packages of the library consist of."""
import asyncio
import faulthandler
import importlib.metadata
import json
import json.encoder
import locale
import logging
import resource
import sys
from asyncio.log import logger
from importlib.metadata import PackageNotFoundError, version
from json.decoder import JSONDecodeError, JSONDecoder
from xml.sax.saxutils import escape, quoteattr, unescape


def show(label, f):
    try:
        print(label, repr(f()))
    except Exception as e:
        print(label, type(e).__name__, e)


class SetEncoder(json.encoder.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)


def parse(text):
    try:
        return json.loads(text)
    except JSONDecodeError as e:
        return f"{e.msg}: line {e.lineno} column {e.colno}"


print(parse("[1, 2"), parse("{}"), JSONDecoder().raw_decode("[1] 2"), SetEncoder().encode({"a": {2, 1}}))

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s %(message)s")
logger.warning("from %s", "the program")
print(logger is logging.getLogger("asyncio"), asyncio.log.logger.name)

print(escape("a < b & c > d"), escape("«x»", {"«": "&laquo;", "x": "<"}), unescape("&lt;a&gt; &amp;amp; &quot;", {"&quot;": '"'}))
print(quoteattr("plain"), quoteattr('a "b"'), quoteattr("it's \"both\"\n"), quoteattr("tab\t", {"t": "T"}))

try:
    version("not-there")
except PackageNotFoundError as e:
    print(e, e.args, e.name, isinstance(e, ImportError))
show("no name", lambda: version(""))
print(list(importlib.metadata.distributions(name="not-there")))

print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())

usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_maxrss > 0, usage.ru_utime >= 0, len(usage), type(usage), resource.error)
resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
print(resource.getrlimit(resource.RLIMIT_CORE)[0], resource.getpagesize(), resource.RLIM_INFINITY)
show("who", lambda: resource.getrusage(7))
show("which", lambda: resource.getrlimit(99))
show("order", lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5, 3)))
show("pair", lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5,)))

print(locale.setlocale(locale.LC_ALL, "C"), locale.getlocale(), locale.getlocale(locale.LC_TIME), locale.getpreferredencoding(False))
print(locale.setlocale(locale.LC_TIME, "C.UTF-8"), locale.setlocale(locale.LC_TIME), locale.getlocale(locale.LC_TIME))
print(locale.setlocale(locale.LC_ALL))
show("locale", lambda: locale.setlocale(locale.LC_ALL, "xx_YY.UTF-8"))
show("pair", lambda: locale.setlocale(locale.LC_ALL, ("xx_YY", "UTF-8")))
show("currency", lambda: locale.currency(5))
print(locale.format_string("%d and %.2f", (1234567, 2.5), grouping=True), locale.str(3.50), locale.atof("1.5"), locale.atoi("12"))
print(sorted(["b", "a", "C"], key=locale.strxfrm), locale.strcoll("a", "b"), locale.localeconv()["decimal_point"])
