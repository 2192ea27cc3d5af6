from plugins import register
@register("beta")
async def run(x):
    return x * 2
NAME = "b"
