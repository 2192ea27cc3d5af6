"""Print the modules of the standard library and the names of each (standard.txt).

    python3.13 standard.py > ../standard.txt

Run it with CPython 3.13 on Linux. A module that can make names when it is asked,
or that is better not imported for a list, stands without names. The names of
functions and classes are followed by ().
"""
import importlib
import inspect
import pkgutil
import sys
import warnings

# Importing these opens windows, prints, or brings in what is no library.
UNASKED = {
    "this", "antigravity", "idlelib", "turtledemo", "ensurepip", "encodings", "lib2to3", "test",
    "tkinter", "turtle", "venv", "__main__", "pip", "_pyrepl",
}
# What sys.stdlib_module_names has for other systems.
ELSEWHERE = {"winreg", "msvcrt", "winsound", "nt", "_winapi", "_overlapped", "_wmi", "_scproxy"}

names: dict[str, list[str]] = {}


def record(name):
    """Record the names of a module, and return it if it can be imported."""
    names[name] = []
    try:
        module = importlib.import_module(name)
    except Exception:
        return None
    if not hasattr(module, "__getattr__"):
        for n in sorted(dir(module)):
            if not n.startswith("__") and n.isidentifier():
                value = getattr(module, n, None)
                names[name].append(n + "()" * (inspect.isclass(value) or inspect.isroutine(value)))
    return module


warnings.simplefilter("ignore")
for top in sorted(sys.stdlib_module_names - ELSEWHERE):
    if top in UNASKED or (top.startswith("_") and top != "_thread"):
        names.setdefault(top, [])
        continue
    module = record(top)
    for info in pkgutil.walk_packages(getattr(module, "__path__", []), top + "."):
        if ".test" not in info.name and "__main__" not in info.name and not info.name.startswith("importlib._"):
            record(info.name)
record("os.path")
for name in sorted(names):
    print(name, *names[name])
