"""fcntl: locks of files, and the flags of descriptors."""
import asyncio
import fcntl
import os
import struct
import tempfile


def show(label, f):
    try:
        print(label, repr(f()))
    except (OSError, TypeError, ValueError) as e:
        print(label, type(e).__name__, e)


def locks(path):
    with open(path, "w") as first, open(path, "w") as second:
        fcntl.flock(first, fcntl.LOCK_EX)
        show("held", lambda: fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB))
        fcntl.flock(first.fileno(), fcntl.LOCK_UN)
        show("free", lambda: fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB))
        show("lockf", lambda: fcntl.lockf(first, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 5))
        show("lockf", lambda: fcntl.lockf(first, 0))
        show("size", lambda: fcntl.ioctl(first, 0x5413, b"\0" * 8))
    show("closed", lambda: fcntl.flock(first, fcntl.LOCK_UN))
    show("type", lambda: fcntl.flock("x", fcntl.LOCK_UN))


async def pipes():
    """A pipe that is read by hand, without blocking."""
    r, w = os.pipe()
    flags = fcntl.fcntl(r, fcntl.F_GETFL)
    print(flags & os.O_NONBLOCK, fcntl.fcntl(r, fcntl.F_SETFL, flags | os.O_NONBLOCK), os.get_blocking(r))
    show("empty", lambda: os.read(r, 10))
    ready = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().add_reader(r, lambda: ready.done() or ready.set_result(os.read(r, 10)))
    os.write(w, b"hello")
    print(await ready)
    asyncio.get_running_loop().remove_reader(r)
    os.write(w, b"four")
    waiting = bytearray(4)
    print(fcntl.ioctl(r, 0x541B, waiting), struct.unpack("i", waiting), struct.unpack("i", fcntl.ioctl(r, 0x541B, bytes(4))))
    print(fcntl.fcntl(w, fcntl.F_GETFD) & fcntl.FD_CLOEXEC)
    os.close(r)
    show("bad", lambda: fcntl.fcntl(r, fcntl.F_GETFL))
    os.close(w)


with tempfile.TemporaryDirectory() as directory:
    locks(os.path.join(directory, "lock"))
asyncio.run(pipes())
