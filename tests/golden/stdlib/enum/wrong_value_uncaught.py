# A value that is refused ends the class statement with its own error, nothing else around it.
from enum import StrEnum


class Kind(StrEnum):
    NUMBER = 3
