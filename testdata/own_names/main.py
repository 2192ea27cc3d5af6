"""Variables with the names of what asks for forms of the whole program: signature, stdout, line, result."""

import asyncio
import io
import traceback
from dataclasses import dataclass, field


@dataclass
class Job:
    name: str
    parts: list[str] = field(default_factory=list)


async def work(job: Job) -> str:
    await asyncio.sleep(0)
    return "".join(job.parts)


async def main() -> None:
    job = Job("a")
    for line in ("x", "y"):
        job.parts.append(line)
    result = await asyncio.wait_for(work(job), 1)
    signature, stdout = result * 2, "out"
    print(f"{signature} {stdout}", job)
    text = io.StringIO()
    try:
        raise ValueError(stdout)
    except ValueError:
        traceback.print_exc(file=text)
    print(text.getvalue().splitlines()[2:])


asyncio.run(main())
