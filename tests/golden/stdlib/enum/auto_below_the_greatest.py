# auto() behind a value that is not the greatest takes the greatest plus one, and warns; verify() takes enumerations only.
import warnings
from enum import Enum, UNIQUE, auto, verify

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class Steps(Enum):
        FIRST = 5
        SECOND = auto()
        THIRD = 2
        FOURTH = auto()
        FIFTH = auto()

print([(step.name, step.value) for step in Steps])
for warning in caught:
    print(warning.category.__name__, warning.filename == __file__, warning.lineno, str(warning.message).splitlines()[0])
try:
    verify(UNIQUE)(int)
except TypeError as error:
    print(error)
