# A built-in that calls back leaves no frame of its own.
def key(x): return 1 / x
sorted([1, 0], key=key)
