"""Errors name the module of classes that are not written in Python."""
import array
import asyncio
import datetime
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
    operator.itemgetter(1), array.array("i"), queue.Queue(), queue.SimpleQueue(), threading.local(),
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

for c in asyncio.Task, asyncio.Future, datetime.datetime, datetime.timedelta, io.BytesIO, queue.Queue, threading.Thread:
    try:
        print(c.missing)
    except AttributeError as e:
        print(e)
