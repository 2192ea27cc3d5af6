"""Tests run and report as unittest does: assertions, fixtures, marks, subtests, async cases."""
import asyncio
import io
import re
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


class TestStack(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.shared = [1]

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.stack = Stack()
        self.addCleanup(print, "cleanup", self.id())

    def tearDown(self):
        print("tearDown", len(self.stack.items))

    def test_push(self):
        """Pushing keeps the item."""
        self.stack.push(1)
        self.assertEqual(self.stack.items, [1])

    def test_pop_empty(self):
        with self.assertRaises(IndexError) as cm:
            self.stack.pop()
        self.assertEqual(str(cm.exception), "pop from empty stack")
        with self.assertRaisesRegex(IndexError, "empty"):
            self.stack.pop()

    def test_wrong(self):
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 2, "not the same")

    def test_error(self):
        self.stack.nothing()

    @unittest.skip("later")
    def test_skipped(self):
        self.fail("never")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(1, 2)

    @unittest.expectedFailure
    def test_fixed_bug(self):
        pass

    def test_sub(self):
        for i in range(4):
            with self.subTest("even", i=i):
                self.assertEqual(i % 2, 0)

    def test_skip_inside(self):
        self.skipTest("no reason")


class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()
        await self.queue.put("ready")

    async def asyncTearDown(self):
        print("asyncTearDown", self.queue.qsize())

    async def test_get(self):
        self.assertEqual(await self.queue.get(), "ready")

    async def test_timeout(self):
        with self.assertRaises(asyncio.TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.Event().wait()

    def test_plain(self):
        self.assertTrue(True)


class Messages(unittest.TestCase):
    def runTest(self):
        checks = [
            lambda: self.assertEqual(1, 2), lambda: self.assertEqual("a", "b"), lambda: self.assertEqual([1, 2], [1, 3, 4]),
            lambda: self.assertEqual((1,), (1, 2)), lambda: self.assertEqual({"a": 1}, {"a": 2, "b": 3}), lambda: self.assertEqual({1, 2}, {2, 3}),
            lambda: self.assertEqual("one\ntwo\n", "one\nthree\n"), lambda: self.assertNotEqual(1, 1), lambda: self.assertTrue(0),
            lambda: self.assertFalse([1]), lambda: self.assertIs([], []), lambda: self.assertIsNot(None, None), lambda: self.assertIsNone(1),
            lambda: self.assertIsNotNone(None), lambda: self.assertIn(3, [1, 2]), lambda: self.assertNotIn("a", "abc"),
            lambda: self.assertIsInstance(1, str), lambda: self.assertNotIsInstance(1, (int, str)), lambda: self.assertAlmostEqual(1.0, 1.1),
            lambda: self.assertAlmostEqual(1, 2, delta=0.5), lambda: self.assertNotAlmostEqual(1.0, 1.00000001), lambda: self.assertGreater(1, 2),
            lambda: self.assertGreaterEqual(1, 2), lambda: self.assertLess(2, 1), lambda: self.assertLessEqual(2, 1),
            lambda: self.assertRegex("text", r"\d+"), lambda: self.assertNotRegex("a1", r"\d"), lambda: self.assertCountEqual([1, 1, 2], [1, 2, 2]),
            lambda: self.assertRaises(ValueError, int, "1"), lambda: self.fail("stop"), lambda: self.assertEqual(1, 2, msg="extra"),
            lambda: self.assertEqual("x" * 100 + "a", "x" * 100 + "b"), lambda: self.assertListEqual([1], [2]),
            lambda: self.assertSequenceEqual([1], (2,)), lambda: self.assertDictEqual({}, {1: 2}),
        ]
        for check in checks:
            try:
                check()
                print("passed")
            except AssertionError as e:
                print("|", str(e))
        with self.assertRaises(KeyError):
            {}["x"]
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2], [2, 1])


def run(suite, verbosity=1):
    out = io.StringIO()
    result = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in 0s", out.getvalue())
    print(re.sub(r'(?m)^  .*\n', "", text))
    return result


load = unittest.defaultTestLoader.loadTestsFromTestCase
result = run(unittest.TestSuite([load(TestStack), load(TestAsync)]))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
print([str(t) for t, _ in result.failures], [reason for _, reason in result.skipped])
result = run(load(TestStack), 2)
print(result, load(TestAsync).countTestCases(), unittest.TestLoader().getTestCaseNames(TestAsync))
Messages().runTest()
single = unittest.TestSuite()
single.addTest(TestStack("test_push"))
print(single.countTestCases(), [t.id() for t in single], repr(TestStack("test_push")), TestStack("test_push").shortDescription())
unittest.main(argv=["main", "-q", "TestAsync"], exit=False)
