# None as parameter.
def f(None): pass
