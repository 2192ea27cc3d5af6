from collections.abc import Iterator


def countdown(n: int) -> Iterator[int]:
    while n > 0:
        yield n
        n -= 1


def running_average():
    total = 0.0
    count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def chained():
    yield from countdown(2)
    result = yield from inner()
    yield f"inner returned {result}"


def inner():
    yield "in"
    return "done"


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")


print(list(countdown(4)))
averager = running_average()
next(averager)
print(averager.send(10), averager.send(20), averager.send(60))
print(list(chained()))
gen = cleanup()
print(next(gen))
gen.close()
print(next(countdown(0), "empty"), sum(countdown(10)))
for n in countdown(5):
    if n == 3:
        break
    print(n)
