class File:
    def __init__(self, name: str) -> None:
        self.name = name
        self.closed = False
        self.reads = 0

    def close(self) -> None:
        self.closed = True


def close_all(files: list[object]) -> int:
    for f in files:
        f.close()  # type: ignore
    return len(files)


def reopen(f: File) -> str:
    f.closed = False
    f.reads += 1
    return f.name


f = File("f")
print(close_all([f]), f.closed, reopen(f), f.closed, f.reads, close_all([f]), f.closed)
print((close_all([f]), f.closed, isinstance(File("g"), File), reopen(f)), f.reads + len(reopen(f)) + f.reads)
