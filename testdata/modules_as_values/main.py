import asyncio
import helpers
from helpers import quad
def show(mod, name):
    return getattr(mod, name)
async def main():
    print(helpers.bump(), helpers.counter)
    print(show(helpers, 'counter'))
    helpers.bump()
    print(show(helpers, 'counter'), helpers.counter)
    setattr(helpers, 'LIMIT', 1)
    print(helpers.over())
    helpers.double = lambda x: -x
    print(quad(3), helpers.quad(3), helpers.double(1))
    setattr(helpers, 'double', lambda x: x + 100)
    print(quad(3), helpers.Thing().go())
    print(sorted(n for n in vars(helpers) if not n.startswith('_')))
    m = helpers
    m.counter = 50
    print(helpers.counter, helpers.bump())
asyncio.run(main())
