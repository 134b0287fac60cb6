# C-style increment.
x = 1
x++
