import heapq
import logging
import random
import sys

logging.basicConfig(stream=sys.stdout, format="%(message)s")
logging.error("not raised", exc_info=ValueError("passed"))
for call in (
    lambda: heapq.heappush((), 1),
    lambda: heapq.heappop("ab"),
    lambda: random.randrange(0),
    lambda: random.Random(1).randrange(-3),
    lambda: random.randrange(2, 2),
):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
