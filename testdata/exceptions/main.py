class ConfigError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(f"missing {key}")
        self.key = key


def lookup(config: dict[str, int], key: str) -> int:
    try:
        return config[key]
    except KeyError:
        raise ConfigError(key) from None
    finally:
        print("looked up", key)


def classify(value: str) -> str:
    try:
        number = int(value)
    except ValueError as e:
        return f"bad: {e}"
    else:
        return f"good: {number}"


print(lookup({"a": 1}, "a"))
try:
    lookup({}, "b")
except ConfigError as e:
    print(e, e.key, type(e).__name__, e.args)
print(classify("12"), classify("x1"))
for divisor in (2, 0):
    try:
        print(10 // divisor)
    except ZeroDivisionError as e:
        print("error:", e)
try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise RuntimeError("second") from e
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
try:
    assert 1 > 2, "one is not more"
except AssertionError as e:
    print("assert:", e)
try:
    [].pop()
except (KeyError, IndexError) as e:
    print(type(e).__name__, e)
