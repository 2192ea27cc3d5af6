import shop.orders


def note(text: str) -> None:
    print(f"[{shop.orders.COUNT}] {text}")
