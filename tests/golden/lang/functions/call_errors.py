# The messages of wrong calls.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwonly(*, k): pass
def kwonly2(*, k, l): pass
def pos(a, b, /): pass
def attempt(f, *args, **kw):
  try:
    f(*args, **kw)
    print("fine")
  except TypeError as error:
    print(error)
attempt(none, 1)
attempt(none, 1, 2)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(two, 1)
attempt(three)
attempt(three, 1)
attempt(opt)
attempt(opt, 1, 2, 3)
attempt(opt, 1, c=2)
attempt(one, 1, a=2)
attempt(kwonly)
attempt(kwonly2)
attempt(kwonly, 1)
attempt(kwonly, 1, k=2)
attempt(kwonly, 1, 2, k=2)
attempt(pos, a=1, b=2)
attempt(pos, 1, b=2)
attempt(pos)
attempt(one, b=3)
attempt(lambda x: x)
attempt(5)
class C:
  def m(self): pass
  def __init__(self, q): pass
attempt(C)
attempt(C, 1, 2)
attempt(C.m)
attempt(C(1).m, 1)
