"""Where the records of logging come from."""
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(filename)s:%(lineno)d %(module)s %(funcName)s %(message)s")
log = logging.getLogger("app")


class Worker:
    def step(self, n: int) -> int:
        log.info("step %d", n)
        try:
            return 10 // n
        except ZeroDivisionError:
            log.error("bad")
            return 0


def helper(text):
    log.warning(text, stacklevel=2)


async def work(n):
    log.debug("work %s", n)
    await asyncio.sleep(0)
    call = lambda: log.info("lambda")
    call()
    helper("helped")
    async with asyncio.Lock():
        logging.info(
            "in lock")
    return [log.info("item %d", i) for i in range(2)]


async def main():
    log.info("main")
    await asyncio.gather(work(1), work(2))
    Worker().step(2)
    Worker().step(0)


log.info("module")
asyncio.run(main())
