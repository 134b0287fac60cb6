# nonlocal without such a variable.
def f():
  nonlocal x
