# A parameter declared nonlocal.
def f(x):
  nonlocal x
