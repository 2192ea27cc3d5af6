import asyncio


class Pages:
    def __init__(self, last):
        self.page = 0
        self.last = last

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.last:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.page += 1
        return {"page": self.page, "items": list(range(self.page))}


async def main():
    async for page in Pages(3):
        print(page["page"], page["items"])
    else:
        print("no more pages")
    total = sum([len(p["items"]) async for p in Pages(4)])
    print(total)


asyncio.run(main())
