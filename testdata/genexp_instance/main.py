"""A generator expression over an instance of a class with __iter__."""


class Scores:
    def __init__(self, values: list[int]) -> None:
        self.values = values

    def __iter__(self):
        return iter(sorted(self.values))


class Countdown:
    def __init__(self, start: int) -> None:
        self.start = start

    def __iter__(self):
        n = self.start
        while n > 0:
            yield n
            n -= 1


scores = Scores([3, 1, 2])
print(sum(x * x for x in scores), [x for x in scores])
later = (x + 10 for x in scores)
scores.values.append(9)
print(list(later), max(n for n in Countdown(4)))
