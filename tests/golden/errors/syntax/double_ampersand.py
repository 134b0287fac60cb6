# C-style and.
x = a && b
