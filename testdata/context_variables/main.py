import asyncio
import contextvars

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")


def log(message: str) -> None:
    print(f"[{request_id.get()}] {message}")


async def handle(name: str) -> None:
    token = request_id.set(name)
    log("start")
    await asyncio.sleep(0)
    log("end")
    request_id.reset(token)
    log("after")


async def main() -> None:
    await asyncio.gather(handle("r1"), handle("r2"))
    log("main")


asyncio.run(main())
