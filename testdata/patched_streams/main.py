import asyncio
import io
import unittest
from unittest.mock import patch

# What sys.stdout and its like are can be replaced by a path that stands in a string
# only.


def greet(name):
    print("hello", name)


class Output(unittest.IsolatedAsyncioTestCase):
    @patch("sys.stdout", new_callable=io.StringIO)
    def test_decorated(self, out):
        greet("decorator")
        self.assertEqual(out.getvalue(), "hello decorator\n")

    async def test_coroutine(self):
        with patch("sys.stdout", new=io.StringIO()) as out:
            greet("before")
            await asyncio.sleep(0)
            greet("after")
        self.assertEqual(out.getvalue().split(), ["hello", "before", "hello", "after"])


with patch("sys.stdout", new_callable=io.StringIO) as captured:
    greet("nobody")
greet("everybody")
print(repr(captured.getvalue()))

with patch("builtins.input", side_effect=["Ada", "Bob"]):
    greet(input("> "))
    greet(input("> "))

with patch("sys.stdin", io.StringIO("from a string\n")):
    print(input())

result = unittest.main(argv=["tests"], exit=False).result
print(result.testsRun, result.wasSuccessful())
