import asyncio

# What a coroutine returns to a loop is looked up as that of any object.


class Report:
    def __init__(self, name, parts=()):
        self.name = name
        self.parts = list(parts)

    def title(self):
        return f"report of {self.name}"

    @property
    def size(self):
        return len(self.parts)


async def write(name):
    await asyncio.sleep(0)
    return Report(name, name)


async def nested(name):
    return write(name)


async def collected():
    return {"all": [Report("a"), Report("b", "xy")]}


class Desk:
    def run(self, name) -> Report:
        loop = asyncio.new_event_loop()
        try:
            return loop.run_until_complete(write(name))
        finally:
            loop.close()


def started(loop, name):
    return loop.create_task(write(name))


report = Desk().run("desk")
print(report.title(), report.size)

loop = asyncio.new_event_loop()
report = loop.run_until_complete(loop.run_until_complete(nested("inner")))
print(report.title(), report.size)
task = started(loop, "task")
print(loop.run_until_complete(task).title(), task.result().size)
for report in loop.run_until_complete(collected())["all"]:
    print(report.title(), report.size)
loop.close()

with asyncio.Runner() as runner:
    print(runner.run(write("runner")).title())
