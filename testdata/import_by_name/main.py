import asyncio, importlib
import plugins
async def main():
    for name in ("alpha", "beta"):
        mod = importlib.import_module(f"plugins.{name}")
        print(mod.__name__, mod.NAME, await mod.run(5))
    print(sorted(plugins.REGISTRY), [await f(10) for f in plugins.REGISTRY.values()])
    j = importlib.import_module("json")
    print(j.dumps([1]))
    rel = importlib.import_module(".alpha", package="plugins")
    print(rel.NAME, rel is importlib.import_module("plugins.alpha"))
    try:
        importlib.import_module("plugins.gamma")
    except ModuleNotFoundError as e:
        print(e, e.name)
    try:
        importlib.import_module("nothing_here")
    except ImportError as e:
        print(e)
asyncio.run(main())
