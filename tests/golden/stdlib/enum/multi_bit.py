# A flag whose members have several bits only: the bits have no names.
from enum import *


class Mask(Flag):
    LOW = 3
    HIGH = 12


print(list(Mask), len(Mask), list(Mask.LOW), len(Mask.LOW), Mask.LOW | Mask.HIGH, Mask.LOW in Mask.LOW | Mask.HIGH)
