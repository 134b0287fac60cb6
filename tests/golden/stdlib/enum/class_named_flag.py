# A class named Flag is no flag; enum's own are there by any way of asking, and can be pickled by name.
import enum
import pickle


class Flag(enum.Enum):
    A = 1
    B = 2


print(repr(Flag.A), isinstance(Flag, enum.EnumType), hasattr(Flag, "_boundary_"))
print(enum.Flag, enum.IntFlag, enum.FlagBoundary.KEEP, enum.STRICT, "Flag" in dir(enum), hasattr(enum, "Flags"))


class Permission(enum.Flag):
    READ = 1
    WRITE = 2


print(Permission.READ | Permission.WRITE, ~Permission.READ, list(Permission), Permission)
print(pickle.loads(pickle.dumps(Permission.READ)), pickle.loads(pickle.dumps(enum.Flag)), enum.Flag.__module__, enum.verify)

from enum import *

print(IntFlag, verify, CONTINUOUS, unique.__name__)
