import asyncio

class Store:
    """keeps users"""
    limit = 3

    async def fetch(self, uid):
        await asyncio.sleep(1)
        raise ConnectionError("no network")

    def close(self):
        print("real close")

async def load_user(uid):
    await asyncio.sleep(1)
    return f"user{uid}"
