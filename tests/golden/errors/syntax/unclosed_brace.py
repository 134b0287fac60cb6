# A brace never closed.
d = {1: 2,
