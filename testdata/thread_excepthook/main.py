import threading, sys


def fails(x):
    raise ValueError(f"bad {x}")


seen = []
threading.excepthook = lambda a: seen.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=fails, args=(9,), name="boom")
t.start(); t.join()
print(seen)


def hook(args):
    print("hook", args.exc_type, args.exc_value, args.exc_traceback is not None, args.thread is t)


threading.excepthook = hook
t = threading.Thread(target=fails, args=(1,))
t.start(); t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=sys.exit, args=(1,))
t.start(); t.join()
print("end")
