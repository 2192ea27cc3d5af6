import asyncio
import time
from store import load_user, Store

class Service:
    def __init__(self, store: Store, retries: int = 2):
        self.store = store
        self.retries = retries

    async def name_of(self, uid: int) -> str:
        for attempt in range(self.retries):
            try:
                user = await self.store.fetch(uid)
                return user["name"].title()
            except ConnectionError:
                await asyncio.sleep(0.5)
        return "?"

    def stamp(self):
        return int(time.time())

async def greet(uid):
    user = await load_user(uid)
    return f"hello {user}"

def ask():
    return input("name? ").strip()

def read_config(path):
    with open(path) as f:
        return [line.strip() for line in f]
