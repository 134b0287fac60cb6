# A class that a call makes without a module in its namespace is one of module abc when its metaclass is ABCMeta
import abc
import typing

class Base(abc.ABC):
    pass

class Protocol(typing.Protocol):
    pass

print(type("Made", (Base,), {}), abc.ABCMeta("Called", (), {}), type("Told", (Base,), {"__module__": "elsewhere"}), type("Plain", (), {}))
print(type("Concrete", (Protocol,), {}).__module__, Base.__module__)
