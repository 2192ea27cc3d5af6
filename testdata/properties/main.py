class Temperature:
    scale = "C"

    def __init__(self, celsius: float) -> None:
        self._celsius = celsius

    @property
    def celsius(self) -> float:
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self) -> float:
        return self._celsius * 9 / 5 + 32

    @classmethod
    def from_fahrenheit(cls, value: float) -> "Temperature":
        return cls((value - 32) * 5 / 9)

    @staticmethod
    def is_cold(celsius: float) -> bool:
        return celsius < 10


t = Temperature(20)
print(t.celsius, t.fahrenheit)
t.celsius = 5.5
print(t.celsius, Temperature.is_cold(t.celsius))
try:
    t.celsius = -300
except ValueError as e:
    print("refused:", e)
print(round(Temperature.from_fahrenheit(212).celsius, 1), Temperature.scale, t.scale)
try:
    t.fahrenheit = 1
except AttributeError as e:
    print(type(e).__name__)
