"""Filters, places and hooks of the module warnings."""

import warnings


def attempt(f, *args, **kwargs):
    try:
        print("->", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def helper():
    warnings.warn("two up", stacklevel=2)


# Where a warning comes from, and which are shown once.
with warnings.catch_warnings(record=True) as seen:
    helper()
    helper()
    for i in range(3):
        helper()
        warnings.warn("same")
print([(w.lineno, str(w.message)) for w in seen])
print(str(seen[0]).replace(seen[0].filename, "FILE"))

with warnings.catch_warnings(record=True) as seen:
    warnings.filterwarnings("ignore", message=r".*old\b")
    warnings.warn("very old thing")
    warnings.warn("very older thing")
    warnings.warn_explicit("explicit", UserWarning, "foo.py", 12)
print([(str(w.message), w.filename == "foo.py") for w in seen])

for action in "once", "module", "default", "always":
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter(action)
        for i in range(2):
            warnings.warn(action, RuntimeWarning)
        warnings.warn(action, RuntimeWarning)
    print(action, len(seen))

with warnings.catch_warnings():
    warnings.simplefilter("error", category=DeprecationWarning)
    attempt(warnings.warn, "raised", DeprecationWarning)
    attempt(warnings.warn, DeprecationWarning("an instance"))
    warnings.filterwarnings("ignore", category=DeprecationWarning, lineno=1)
    attempt(warnings.warn, "another line", DeprecationWarning)
    print(warnings.filters[0], len(warnings.filters))

# The hooks.
def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, lineno, file, line)


with warnings.catch_warnings():
    warnings.showwarning = show
    warnings.warn("to the hook")
    with warnings.catch_warnings(record=True) as seen:
        warnings.warn("recorded")
    warnings.warn("to the hook again")
print(len(seen), warnings.showwarning is show)
print(repr(warnings.formatwarning("text", UserWarning, "nowhere.py", 3)))
print(repr(warnings.formatwarning("text", UserWarning, "nowhere.py", 3, "  x = 1 ")))

# Misuse.
c = warnings.catch_warnings(record=True)
print(c)
attempt(c.__exit__)
with c:
    pass
attempt(c.__enter__)
attempt(warnings.simplefilter, "no")
attempt(warnings.simplefilter, "ignore", UserWarning, -1)
attempt(warnings.filterwarnings, "ignore", 1)
attempt(warnings.filterwarnings, "ignore", "x", int)
attempt(warnings.warn, "x", int)
attempt(warnings.warn, "x", 3)
