"""Objects whose arguments are made as the annotations of __init__ say."""

import inspect
from typing import Any, Callable, get_type_hints


class Users:
    def __init__(self, size: int = 3) -> None:
        self.size = size


class Handler:
    def __init__(self, users: Users, name: str = "h") -> None:
        self.users = users
        self.name = name


def build(factory: Callable[..., Any]) -> Any:
    target = factory.__init__ if inspect.isclass(factory) else factory
    hints = get_type_hints(target)
    made = {}
    for name, p in inspect.signature(factory).parameters.items():
        if p.default is p.empty:
            made[name] = build(hints[name])
    return factory(**made)


h = build(Handler)
print(h.users.size, h.name)
type(h).__init__(h, Users(5), "again")
print(h.users.size, h.name)
