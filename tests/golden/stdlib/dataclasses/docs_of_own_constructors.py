# The docstring of a dataclass shows how its objects are made, also when it has an __init__ of its own or none.
from dataclasses import dataclass


@dataclass
class Plain:
    x: int = 1


@dataclass
class Own:
    x: int = 1

    def __init__(self, q):
        self.x = q


@dataclass(init=False)
class Nothing:
    x: int


@dataclass(init=False)
class Derived(Own):
    y: int


for cls in (Plain, Own, Nothing, Derived):
    print(cls.__doc__)
