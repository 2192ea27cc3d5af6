import heapq
import math
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    urgent: bool
    name: str
    cost: int = field(compare=False, default=1)


@dataclass(order=True)
class Measure:
    value: float
    label: str


@dataclass(order=True)
class Maybe:
    at: int | None
    label: str = ""


@dataclass(order=True)
class Version:
    major: int
    minor: int


@dataclass(order=True)
class Tagged(Version):
    tag: str = ""


def made(seed: int, n: int) -> list[Job]:
    jobs = []
    x = seed
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        jobs.append(Job((x >> 16) % 5, x % 3 == 0, "abc"[x % 3] + str(x % 7), i))
    return jobs


def main() -> None:
    jobs = made(1, 60)
    heap: list[Job] = []
    for j in jobs:
        heapq.heappush(heap, j)
    popped = [heapq.heappop(heap) for _ in range(len(heap))]
    print([(j.priority, j.urgent, j.name, j.cost) for j in popped])
    print([j.cost for j in sorted(jobs)] == [j.cost for j in sorted(jobs, key=lambda j: (j.priority, j.urgent, j.name))])
    print(min(jobs), max(jobs))
    print(Job(1, False, "é") < Job(1, False, "z"), Job(1, False, "a") < Job(1, False, "a", 9), Job(0, True, "") <= Job(1, False, ""))
    measures = [Measure(2.5, "b"), Measure(math.nan, "n"), Measure(-0.0, "z"), Measure(0.0, "y"), Measure(2.5, "a")]
    print(sorted(measures))
    some = [Maybe(3), Maybe(1, "x"), Maybe(1)]
    print(sorted(some))
    some.append(Maybe(None))
    try:
        some.sort()
    except TypeError as e:
        print(e)
    versions = [Version(1, 2), Version(1, 0), Version(0, 9)]
    print(sorted(versions), min(versions))
    tagged = [Tagged(1, 2, "b"), Tagged(1, 2, "a"), Tagged(0, 3)]
    print(sorted(tagged), max(tagged))
    try:
        print(Version(1, 2) < Tagged(1, 2))
    except TypeError as e:
        print(e)


main()
