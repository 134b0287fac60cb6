# float() asks the __float__ of a subclass of float or int; arithmetic and math take the value.
import math


class F(float):
    def __float__(self):
        return 9.0


class I(int):
    def __float__(self):
        return 7.5


class Bad(float):
    def __float__(self):
        return "x"


print(float(F(1.5)), float(I(3)), F(1.5) + 1, I(3) + 0.5, math.sqrt(F(4)), f"{F(1.5):.1f}", float(True), F(F(2)) + 0)
try:
    float(Bad(1))
except TypeError as error:
    print(error)
try:
    float(10**400)
except OverflowError as error:
    print(error)
