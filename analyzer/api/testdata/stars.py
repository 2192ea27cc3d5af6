"""Print what `from MODULE import *` binds, for the modules whose __all__ says it (stars.txt).

    pyasync2go apis | cut -d' ' -f1 | python3.13 stars.py > ../stars.txt

Run it with CPython 3.13 on Linux, and give it the names of the modules that the
runtime has, a line each.
"""
import importlib
import sys
import warnings

warnings.simplefilter("ignore")
for line in sys.stdin:
    name = line.strip()
    try:
        module = importlib.import_module(name)
    except ImportError:
        continue
    if hasattr(module, "__all__"):
        print(name, *sorted(module.__all__))
