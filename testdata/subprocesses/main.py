import asyncio
from asyncio.subprocess import PIPE


async def main() -> None:
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    out, _ = await process.communicate(b"through a pipe\n")
    print(out, process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 4", stdout=PIPE, stderr=PIPE)
    out, err = await process.communicate()
    print(out.decode().strip(), err.decode().strip(), process.returncode)


asyncio.run(main())
