from . import prices
from .cart import Cart

VERSION = "1.0"
__all__ = ["Cart", "VERSION", "prices"]
