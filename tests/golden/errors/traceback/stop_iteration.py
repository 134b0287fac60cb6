# StopIteration out of next.
next(iter([]))
