# An expression as keyword.
f(a.b=1)
