from collections import deque

counter = 0
history: deque[str] = deque(maxlen=3)


def bump(by: int = 1) -> int:
    global counter
    counter += by
    history.append(f"bump {by}")
    return counter


def snapshot() -> dict[str, object]:
    return {"counter": counter, "history": list(history)}
