"""printf-style formatting, str.format and f-strings, and when each of them makes text of its values."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name.upper()

    def __repr__(self):
        return f"<{self.name}>"

    def __format__(self, spec):
        return f"{self.name}:{spec}"


def order(a: list[int]) -> None:
    print(f"{a} {a.pop()} {a}")
    print("{} {} {}".format(a, a.pop(), a))
    print("%s %s %s" % (a, a.pop(), a))
    print("%s %d %s" % (a, a.pop(), a))
    s = f"{a}{a.append(5)}{a}"
    print(s)
    t = "%s|%s" % (a, a.append(6))
    u = "{}|{}".format(a, a.append(7))
    print(t, u)


def plain(name: str, n: int, x: float, things: list[str]) -> None:
    print("%s has %d items" % (name, n), "{} has {} items".format(name, n), "{0} {1} {0}".format(name, n))
    print("%-10s|%10s|%.2s|%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%i" % (name, name, name, n, n, n, n, n, n, n, n, n))
    print("%.2f|%8.3f|%-8.1f|%f|%.1f" % (x, x, x, x, n))
    print("%s %r %a %s %s 100%%" % (things, name, "é", x, None))
    print("{:>10}|{:<10}|{:^9}|{:.2f}|{:5d}|{:05}|{!r}|{x:.1f}|{{}}|{n}".format(name, name, name, x, n, n, name, x=x, n=n))
    print("%s" % name, "%d%%" % n, "%.1f" % x, "%5s|%-5s|" % (n, x), "{}".format(things))
    msg = "got {what}".format(what=name)
    print(msg, "%08.3f" % x, "%e" % x, "%c" % "c", "%*d" % (5, n), "%(a)s" % {"a": 1}, "%s" % (name,))


def dynamic(v):
    return "%s %r {}" % (v, v) + "{} {!r} {!s:>6} {:x}".format(v, v, v, v)


order([1, 2, 3, 4, 5, 6, 7])
plain("bob", 42, 2.5, ["a", "b"])
plain("é", -7, -0.0, [])
print(dynamic(Loud("v")))
for bad in (lambda: "%s %s" % ("a",), lambda: "%d" % "x", lambda: "{} {}".format(1), lambda: "{} {0}".format(1), lambda: "%s" % (1, 2)):
    try:
        print(bad())
    except (TypeError, IndexError, ValueError) as e:
        print(type(e).__name__, e)


import os

print("run_%d.txt" % os.getpid() == "run_" + str(os.getpid()) + ".txt")


def late(words):
    for w in []:
        print(float("{} {}".format(w, 1)) + 2.0, float("%s" % (w,)) - 1.0)
    try:
        print("{1}{0}".format(words[3], words[:2:0]))
    except (IndexError, ValueError) as e:
        print(e)


late([5])
