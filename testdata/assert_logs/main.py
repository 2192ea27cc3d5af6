"""assertLogs and assertNoLogs."""
import asyncio
import logging
import unittest

log = logging.getLogger("app.worker")


async def work(n):
    log.info("starting %d", n)
    await asyncio.sleep(0)
    if n > 1:
        log.warning("much: %s", n)
    log.debug("done")


class Tests(unittest.IsolatedAsyncioTestCase):
    async def test_all(self):
        with self.assertLogs("app", level="DEBUG") as caught:
            await work(2)
        print(caught.output)
        print([(r.levelname, r.getMessage()) for r in caught.records])

    async def test_default(self):
        with self.assertLogs() as caught:
            await work(1)
        self.assertEqual(caught.output, ["INFO:app.worker:starting 1"])

    async def test_level(self):
        with self.assertLogs(log, logging.WARNING) as caught:
            await work(3)
        self.assertEqual(len(caught.records), 1)

    async def test_missing(self):
        with self.assertRaises(AssertionError) as e:
            with self.assertLogs("app", "ERROR"):
                await work(3)
        print(e.exception)

    async def test_none(self):
        with self.assertNoLogs("app", "ERROR"):
            await work(3)
        with self.assertRaises(AssertionError) as e:
            with self.assertNoLogs("app", "INFO"):
                await work(1)
        print(e.exception)

    async def test_restored(self):
        before = log.handlers[:], log.level, log.propagate
        with self.assertRaises(KeyError):
            with self.assertLogs(log):
                raise KeyError("x")
        self.assertEqual(before, (log.handlers, log.level, log.propagate))


unittest.main()
