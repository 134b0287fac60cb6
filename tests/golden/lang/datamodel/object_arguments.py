# object() takes no arguments, unless __new__ or __init__ is defined.
class A: pass


class NewOnly:
  def __new__(cls, *args): return super().__new__(cls)


class NewPasses:
  def __new__(cls, *args): return super().__new__(cls, *args)


class InitPasses:
  def __init__(self, *args): super().__init__(*args)


print(NewOnly(1) is not None)
for make in (lambda: object(1), lambda: A(1), lambda: A(x=1), lambda: NewPasses(1), lambda: InitPasses(1), lambda: object.__new__(int), lambda: int.__new__(str), lambda: int.__new__()):
  try:
    make()
  except TypeError as error:
    print(error)


class Other:
  def __new__(cls): return 5
  def __init__(self): print("never")


class BadInit:
  def __init__(self): return 5


print(Other())
try:
  BadInit()
except TypeError as error:
  print(error)
