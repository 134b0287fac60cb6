# An annotation for a tuple.
a, b: int = 1
