"""Which tuples are the same object, where a program can tell."""


class Cache:
    def __init__(self) -> None:
        self.entries: list[tuple[str, int]] = []

    def add(self, name: str, n: int) -> tuple[str, int]:
        entry = (name, n)
        self.entries.append(entry)
        return entry

    def holds(self, entry: tuple[str, int]) -> bool:
        return any(e is entry for e in self.entries)


cache = Cache()
made = cache.add("a", int("1"))
other = ("a", int("1"))
print(cache.holds(made), cache.holds(other), made == other, made in cache.entries, other in cache.entries)
same = cache.entries[0]
print(same is made, same is not made, same is other)
