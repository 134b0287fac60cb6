# What getsizeof() makes of a class's own __sizeof__.
import sys


class Answer:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


print(sys.getsizeof(Answer("big"), "default"))
for size in ("big", -1, 2**70):
    try:
        print(sys.getsizeof(Answer(size)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
