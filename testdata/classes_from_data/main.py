"""Dataclasses that are made of data, and that are values themselves."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Item:
    id: str
    tags: list[str] = field(default_factory=list)

    def label(self) -> str:
        return f"{self.id}:{len(self.tags)}"


@dataclass
class Job(Item):
    cost: int = 3
    urgent: bool = field(default=False, kw_only=True)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        if self.id == "bad":
            raise ValueError("bad id")
        self.size = len(self.id)


@dataclass
class Options:
    retries: int = 2
    name: str = "plain"
    seen: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = field(default=1, compare=False)


@dataclass
class Step:
    name: str
    retries: int = 0
    backoff: float = 0.5


class Plan:
    def __init__(self) -> None:
        self.steps: list[Step] = []

    def step(self, name: str, **options: Any) -> "Plan":
        self.steps.append(Step(name, **options))
        return self


def make(kind: type[Version], *values: int) -> Version:
    return kind(*values)


print(Job(*["t1", ["a"]], urgent=True))
for text in [
    '{"id": "q", "cost": 5}',
    '{"id": "u", "tags": ["v", "w"], "urgent": true}',
    '{"id": "bad"}',
    '{"cost": 1}',
    '{"id": "x", "size": 1}',
]:
    try:
        job = Job(**json.loads(text))
        print(job.label(), job.cost, job.size, job.tags, job.urgent)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

options = Options(**{"retries": 9})
options.seen["k"] = 1
print(options, Options(*[1, "m"]).seen)

plan = Plan().step("one").step("two", retries=2).step("three", backoff=1)
print([(s.name, s.retries, s.backoff) for s in plan.steps])
try:
    plan.step("four", bogus=1)
except TypeError as error:
    print(error)

print(make(Version, 1, 2), make(Version, *[3]))
kinds = {"version": Version, "step": Step}
for name, values in [("version", (2, 3)), ("step", ("s",)), ("version", ()), ("step", (1, 2, 3, 4))]:
    try:
        made = kinds[name](*values)
        print(made, made == kinds[name](*values), isinstance(made, Version))
    except TypeError as error:
        print(error)
print(sorted([Version(2), Version(*(1, 5))]), {Version(1, 2): "a"}[Version(1, 9)])
