import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, amount: int) -> bool:
        async with self.lock:
            if self.balance < amount:
                return False
            await asyncio.sleep(0)
            self.balance -= amount
            return True


async def main() -> None:
    account = Account(100)
    results = await asyncio.gather(*(account.withdraw(30) for _ in range(5)))
    print(results, account.balance, account.lock.locked())
    lock = asyncio.Lock()
    await lock.acquire()
    print(lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
