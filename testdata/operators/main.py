class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        if not isinstance(factor, (int, float)):
            return NotImplemented
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __len__(self):
        return 2

    def __bool__(self):
        return bool(self.x or self.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a * 2, 3 * b, -a)
print(a == Vector(1, 2), a != b, a in [b, Vector(1, 2)], {a: "a"}[Vector(1, 2)])
print(a[0], b[-1], len(a), bool(Vector(0, 0)), list(a))
total = Vector(0, 0)
for v in (a, b):
    total += v
print(total)
try:
    a * "x"
except TypeError as e:
    print(e)
