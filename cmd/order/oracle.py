"""Runs a program under CPython, with the order of a set of tasks, which there
depends on addresses, made that of insertion, which it is after conversion."""
import asyncio
import runpy
import sys


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
program = sys.argv.pop(1)
sys.argv[0] = program
runpy.run_path(program, run_name="__main__")
