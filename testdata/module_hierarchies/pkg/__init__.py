from .things import Thing
from . import helpers
