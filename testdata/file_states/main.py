"""Files that are closed, or open for something else: what their methods raise."""
import io
import os
import tempfile

BINARY = "read1 readinto peek readall".split()
METHODS = """fileno isatty readable writable seekable tell flush read readline readlines write seek truncate
    __enter__ __iter__ __next__ close writelines""".split()


def arguments(name, text):
    if name == "readinto":
        return (bytearray(3),)
    return {"write": ("x" if text else b"x",), "seek": (0,), "writelines": ([],)}.get(name, ())


def show(f, names, text, label):
    for name in names:
        try:
            got = getattr(f, name)(*arguments(name, text))
            print(label, name, "gives", got if isinstance(got, (bool, bytes, str)) else type(got).__name__)
        except Exception as e:
            print(label, name, type(e).__name__, e)


def main():
    handle, path = tempfile.mkstemp()
    os.close(handle)
    for mode, buffering in ("w", -1), ("r", -1), ("wb", -1), ("rb", -1), ("rb+", -1), ("rb", 0), ("wb", 0):
        text = "b" not in mode
        f = open(path, mode, buffering)
        able = "read readline readlines truncate __next__".split()
        if "+" not in mode:
            show(f, able + (["write"] if "r" in mode else []) + ([] if text else BINARY), text, f"{mode} {buffering}")
        f.close()
        if not text and buffering:
            show(f, BINARY, text, f"closed {mode}")
        show(f, METHODS + (["detach"] if buffering else []), text, f"closed {mode} {buffering}")
        if text:
            show(f, ["reconfigure"], text, f"closed {mode}")
    os.remove(path)
    for f in io.StringIO("x"), io.BytesIO(b"x"):
        f.close()
        show(f, METHODS, isinstance(f, io.StringIO), type(f).__name__)


main()
