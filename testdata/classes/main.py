import math


class Shape:
    sides = 0

    def __init__(self, name: str) -> None:
        self.name = name

    def area(self) -> float:
        raise NotImplementedError

    def describe(self) -> str:
        return f"{self.name} with {self.sides} sides has area {self.area():.2f}"


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return math.pi * self.radius**2


class Rectangle(Shape):
    sides = 4

    def __init__(self, width: float, height: float) -> None:
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self) -> float:
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side: float) -> None:
        super().__init__(side, side)
        self.name = "square"


shapes: list[Shape] = [Circle(1.5), Rectangle(2, 3.5), Square(2)]
for shape in shapes:
    print(shape.describe())
print(isinstance(shapes[2], Rectangle), isinstance(shapes[0], Rectangle))
print(max(shapes, key=lambda s: s.area()).name)
print(Square.__mro__[1].__name__, issubclass(Square, Shape))
try:
    Shape("plain").area()
except NotImplementedError as e:
    print("not implemented", repr(e))
