"""Raw streams, buffers over them, compressed files, and the streams of the process."""
import gzip
import io
import os
import sys
import tempfile
import zlib
from collections import OrderedDict


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Ticks(io.RawIOBase):
    def __init__(self):
        self.left = 3

    def readable(self):
        return True

    def readinto(self, b):
        if not self.left:
            return 0
        self.left -= 1
        b[:2] = b"ab"
        return 2


b = io.BufferedReader(Ticks())
print(b.peek(), b.read(3), b.read(), Ticks().readall())
attempt(lambda: b.seek(0))
attempt(lambda: io.BufferedWriter(Ticks()))
w = io.BufferedWriter(sink := io.BytesIO())
w.write(b"abc")
print(sink.getvalue(), w.flush(), sink.getvalue())
view = sink.getbuffer()
view[0] = 65
attempt(lambda: sink.write(b"longer than before"))
view.release()
print(sink.getvalue())
text = io.StringIO("a\r\nb\r", newline=None)
print(repr(text.read()), text.newlines)
print(OrderedDict(a=1).keys(), OrderedDict(a=1).items())

path = os.path.join(tempfile.mkdtemp(), "log.gz")
with gzip.open(path, "wt", encoding="utf-8") as f:
    for i in range(3):
        f.write(f"line {i} é\n")
with gzip.open(path, "at") as f:
    print("appended", file=f)
with gzip.open(path) as f:
    print(f.readline(), f.tell(), f.read(3), f.seek(2), f.read(4), f.readlines())
print(gzip.compress(b"data" * 50, mtime=0), zlib.compress(b"hello" * 100))
d = zlib.decompressobj()
print(d.decompress(zlib.compress(b"hello" * 9) + b"rest", 12), len(d.unconsumed_tail), d.eof, d.flush(), d.unused_data)
for bad in (b"garbage", b"x\x9c\x07", zlib.compress(b"abc")[:-1]):
    attempt(lambda: zlib.decompress(bad))
attempt(lambda: gzip.decompress(b"not gzip"))
attempt(lambda: gzip.decompress(gzip.compress(b"abc")[:-3]))

r, w = os.pipe()
with os.fdopen(w, "w") as f:
    f.write("through a pipe\n")
with os.fdopen(r) as f:
    print(f.read(), end="")
print(os.WEXITSTATUS(os.system("exit 3")), os.popen("echo out").read().strip())
sys.stdout.write("text ")
sys.stdout.buffer.write(b"bytes\n")
print(isinstance(sys.stdout, io.TextIOWrapper), sys.stdout.fileno())
print(repr(sys.stdin.readline()), repr(input()), [line for line in sys.stdin])
