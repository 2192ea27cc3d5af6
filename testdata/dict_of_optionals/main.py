import asyncio


class User:
    def __init__(self, name: str) -> None:
        self.name = name


def name(u: User | None) -> str:
    return u.name if u else "nobody"


async def main() -> None:
    users: dict[str, User | None] = {"ann": User("ann"), "ghost": None}
    for key in ("ann", "ghost", "unknown"):
        user = users.get(key)
        print(key, user.name if user else "missing", name(users.get(key, None)), key in users)
    waiting: list[User | None] = [User("bob"), None]
    it = iter(waiting)
    print([name(next(it, None)) for _ in range(3)])
    queue: asyncio.Queue[User | None] = asyncio.Queue()
    for user in waiting:
        queue.put_nowait(user)
    while (found := await queue.get()) is not None:
        print("got", found.name)
    print(name(users.pop("ann", None)), name(users.pop("ann", None)), name(users.setdefault("cy", None)), len(users))
    results = await asyncio.gather(asyncio.sleep(0, User("dee")), asyncio.sleep(0, None))
    print([name(r) for r in results])


asyncio.run(main())
