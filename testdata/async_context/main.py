import asyncio
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(0)
        print("connect", self.name)
        return self

    async def __aexit__(self, *error: object) -> None:
        await asyncio.sleep(0)
        print("disconnect", self.name)

    async def query(self, text: str) -> str:
        await asyncio.sleep(0)
        if "DROP" in text:
            raise PermissionError("not allowed")
        return f"{self.name}: {text}"


@asynccontextmanager
async def transaction(connection: Connection):
    print("begin")
    try:
        yield connection
    except Exception as e:
        print("rollback:", e)
        raise
    else:
        print("commit")


async def main() -> None:
    async with Connection("db") as connection:
        async with transaction(connection):
            print(await connection.query("SELECT 1"))
        try:
            async with transaction(connection):
                await connection.query("DROP TABLE")
        except PermissionError as e:
            print("refused", e)


asyncio.run(main())
