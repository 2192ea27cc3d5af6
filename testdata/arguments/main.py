import sys


def main() -> int:
    args = sys.argv[1:]
    if not args:
        print("usage: arguments WORD...")
        return 2
    for index, arg in enumerate(args):
        print(index, arg, len(arg))
    return 0


if __name__ == "__main__":
    sys.exit(main())
