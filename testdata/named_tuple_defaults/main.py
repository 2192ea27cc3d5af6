"""Defaults that are given to a named tuple after it was made, as before namedtuple had the argument."""
from collections import namedtuple

Event = namedtuple("Event", "time kind who")
print(Event.__new__.__defaults__)
Event.__new__.__defaults__ = (None,)
print(Event(1, "k"), Event.__new__.__defaults__)
Node = namedtuple("Node", "val left right")
Node.__new__.__defaults__ = (None,) * len(Node._fields)
print(Node(), Node(3), Node(left=Node()))
try:
    Node.__new__.__defaults__ = 5
except TypeError as error:
    print(error)
Node.__new__.__defaults__ = None
try:
    Node(1)
except TypeError as error:
    print(error)
Other = namedtuple("Other", "val left right", defaults=[7])
Node.__new__.__defaults__ = (1, 2)
print(Other(1, 2), Node(0), Node.__new__.__defaults__, Other.__new__.__defaults__, Node._field_defaults)
