"""What a function closes over."""


def make_counter(start, step=1):
    count = start
    label = "n"

    def inc(by=None):
        nonlocal count
        count += step if by is None else by
        return f"{label}{count}"
    return inc


c = make_counter(5)
c()
print(c(10), c.__code__.co_freevars, [cell.cell_contents for cell in c.__closure__])
print(make_counter.__closure__, make_counter.__code__.co_freevars, len.__name__)
adders = [lambda x, n=n: x + n for n in range(3)]
late = [lambda x: x + n for n in range(3)]
print(adders[0].__closure__, [f.__closure__[0].cell_contents for f in late], late[0].__code__.co_freevars)


def deco(fn):
    calls = []

    def wrapper(*args):
        def log():
            calls.append(args)
        log()
        return fn(*args)
    return wrapper


@deco
def double(x: int) -> int:
    return x * 2


double(4)
print(dict(zip(double.__code__.co_freevars, (cell.cell_contents for cell in double.__closure__)))["calls"])
print(type(c.__closure__[0]).__name__, c.__closure__[0].cell_contents, repr(c.__closure__[0])[:9])


class Shape:
    def area(self):
        return 0


def factory(scale: float):
    class Square(Shape):
        def area(self):
            return scale * scale

        def both(self):
            return self.area() + scale
    return Square


S = factory(3.0)
print(S().both(), S.area.__closure__[0].cell_contents, Shape.area.__closure__)
