"""Archives and compressed files: bz2 and zip byte by byte, lzma there and back."""
import bz2
import hashlib
import io
import lzma
import os
import tempfile
import zipfile

TEXT = ("the quick brown fox jumps over the lazy dog; " * 40 + "☃ end").encode()


def tell(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def bz2_files(folder):
    print(hashlib.md5(bz2.compress(TEXT)).hexdigest(), len(bz2.compress(b"")), bz2.decompress(bz2.compress(TEXT, 1)) == TEXT)
    c = bz2.BZ2Compressor(5)
    packed = c.compress(TEXT[:100]) + c.compress(TEXT[100:]) + c.flush()
    d = bz2.BZ2Decompressor()
    out = d.decompress(packed[:50]) + d.decompress(packed[50:] + b"rest")
    print(out == TEXT, d.eof, d.unused_data, d.needs_input)
    tell(c.flush)
    tell(d.decompress, b"x")
    tell(bz2.decompress, packed[:-3])
    tell(bz2.decompress, b"nope")
    tell(bz2.compress, b"", 10)
    print(bz2.decompress(packed + bz2.compress(b"two") + b"garbage")[-6:], bz2.decompress(b""))
    path = os.path.join(folder, "a.bz2")
    with bz2.open(path, "wt", encoding="utf-8") as f:
        f.write("first ☃\nsecond\n")
    with bz2.open(path, "rt", encoding="utf-8") as f:
        print(f.readlines())
    with bz2.BZ2File(path) as f:
        print(f.read(3), f.tell(), f.readable(), f.writable(), f.seek(1), f.readline())


def lzma_files(folder):
    for fmt in (lzma.FORMAT_XZ, lzma.FORMAT_ALONE):
        packed = lzma.compress(TEXT, format=fmt)
        print(lzma.decompress(packed) == TEXT, len(packed) < 250, lzma.decompress(lzma.compress(b"", format=fmt)))
    print(lzma.compress(b"").hex())
    d = lzma.LZMADecompressor()
    packed = lzma.compress(TEXT, check=lzma.CHECK_CRC32)
    print(d.decompress(packed + b"rest") == TEXT, d.eof, d.unused_data, d.check == lzma.CHECK_CRC32)
    tell(lzma.decompress, b"nope, no xz here")
    tell(lzma.decompress, packed[:-4])
    path = os.path.join(folder, "a.xz")
    with lzma.open(path, "wb") as f:
        print(f.write(TEXT))
    with lzma.open(path) as f:
        print(f.read() == TEXT)


def zip_files(folder):
    buf = io.BytesIO()
    with zipfile.ZipFile(buf, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in (("one.txt", "1" * 100), ("dir/", ""), ("dir/☃.txt", "two ☃")):
            info = zipfile.ZipInfo(name, (2024, 2, 29, 12, 30, 58))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, data)
        z.comment = b"about"
    print(len(buf.getvalue()), hashlib.md5(buf.getvalue()).hexdigest())
    with zipfile.ZipFile(buf) as z:
        print(z.namelist(), z.comment, z.testzip(), z.mode)
        for info in z.infolist():
            print(info, info.is_dir(), info.date_time, info.CRC, info.compress_size)
        z.printdir()
        print(z.read("dir/☃.txt").decode(), z.open("one.txt").read(5), z.getinfo("one.txt").file_size)
        tell(z.read, "missing")
        tell(z.writestr, "x", "y")
        print(sorted(os.path.relpath(os.path.join(root, f), folder) for root, _, fs in os.walk(z.extractall(folder) or folder) for f in fs))
        print(os.path.relpath(z.extract("one.txt", os.path.join(folder, "sub")), folder))
    tell(z.read, "one.txt")
    print(z, zipfile.is_zipfile(buf), zipfile.is_zipfile(io.BytesIO(b"no")))
    tell(zipfile.ZipFile, io.BytesIO(b"not a zip"))
    tell(zipfile.ZipFile, buf, "q")
    path = os.path.join(folder, "b.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as z:
        z.write(os.path.join(folder, "one.txt"), "copy/one.txt")
        with z.open("written.txt", "w") as f:
            f.write(b"piece ")
            f.write(b"by piece")
    with zipfile.ZipFile(path, "a") as z:
        z.writestr("more.txt", b"appended")
    with zipfile.ZipFile(path) as z:
        print([(i.filename, i.file_size, i.compress_type) for i in z.infolist()], z.read("written.txt"), z.read("copy/one.txt")[:3], z.read("more.txt"))


with tempfile.TemporaryDirectory() as tmp:
    bz2_files(tmp)
    lzma_files(tmp)
with tempfile.TemporaryDirectory() as tmp:
    zip_files(tmp)
