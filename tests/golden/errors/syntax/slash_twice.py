# Two slashes.
def f(a, /, b, /): pass
