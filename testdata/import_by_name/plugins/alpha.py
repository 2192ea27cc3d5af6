from . import register
@register("alpha")
async def run(x):
    return x + 1
NAME = "a"
