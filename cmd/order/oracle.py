"""Runs a program under CPython, with the order of a set of tasks, which there
depends on addresses, made that of insertion, which it is after conversion."""
import asyncio
import inspect
import runpy
import sys
import textwrap


class OrderedSet(dict):
    def add(self, item):
        self[item] = True

    def discard(self, item):
        self.pop(item, None)


original = asyncio.TaskGroup.__init__


def __init__(self):
    original(self)
    self._tasks = OrderedSet()


asyncio.TaskGroup.__init__ = __init__

# as_completed adds its callbacks in the order of a set.
completing = asyncio.tasks._AsCompletedIterator
source = textwrap.dedent(inspect.getsource(completing.__init__))
ordered = source.replace(
    "todo = {ensure_future(aw, loop=loop) for aw in set(aws)}",
    "todo = set(ordered := [ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws)])",
).replace("for f in todo:", "for f in ordered:")
assert ordered.count("ordered") == 2
made = {}
exec(ordered, vars(asyncio.tasks), made)
completing.__init__ = made["__init__"]

program = sys.argv.pop(1)
sys.argv[0] = program
sys.setrecursionlimit(sys.getrecursionlimit() + 4)  # this module, and functions of runpy
runpy.run_path(program, run_name="__main__")
