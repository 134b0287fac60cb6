# A call with the wrong number of arguments.
def f(a, b): pass
f(1)
