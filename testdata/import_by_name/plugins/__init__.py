REGISTRY = {}
def register(name):
    def deco(f):
        REGISTRY[name] = f
        return f
    return deco
