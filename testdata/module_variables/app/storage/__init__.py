from .base import NotFound, Store
from .database import Database

db = Database("main")
db.put("one", 1)
db.put("two", 2)
