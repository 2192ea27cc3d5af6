"""Errors name the module of classes that are not written in Python."""
import array
import functools
import io
import itertools
import operator
import queue
import re
import threading
import types

objects = [
    types.SimpleNamespace(), threading.Lock(), threading.Event(), re.compile("a"), re.match("a", "a"),
    functools.partial(print), functools.lru_cache(len), itertools.count(), itertools.chain(), io.StringIO(),
    operator.itemgetter(1), array.array("i"), queue.Queue(), queue.SimpleQueue(),
]
for o in objects:
    try:
        print(o.missing)
    except AttributeError as e:
        print(e)
    try:
        print(o + None)
    except TypeError as e:
        print(e)
