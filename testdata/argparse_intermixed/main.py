import argparse
p = argparse.ArgumentParser(prog="t", exit_on_error=False)
p.add_argument("--foo", required=True)
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
p.add_argument("-v", action="store_true")
print(p.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
print(p.parse_intermixed_args("doit 1 -v 2 --foo bar 3 4 5".split()))
print(p.parse_known_intermixed_args("doit --foo x 1 --zap 2".split()))
try:
    print(p.parse_args("doit 1 --foo bar 2 3".split()))
except argparse.ArgumentError as e:
    print("error", e)
for bad in ("doit 1 2", "--foo a", "doit --foo a x"):
    try:
        print(p.parse_intermixed_args(bad.split()))
    except (argparse.ArgumentError, SystemExit) as e:
        print("error", type(e).__name__, e)
q = argparse.ArgumentParser(prog="q")
q.add_argument("r", nargs="...")
try:
    q.parse_intermixed_args([])
except TypeError as e:
    print(e)
q = argparse.ArgumentParser(prog="q")
g = q.add_mutually_exclusive_group()
g.add_argument("r", nargs="?")
g.add_argument("-x")
try:
    q.parse_intermixed_args([])
except TypeError as e:
    print(e)
