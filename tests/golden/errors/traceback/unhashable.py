# An unhashable key.
d = {}
d[[1, 2]] = 3
