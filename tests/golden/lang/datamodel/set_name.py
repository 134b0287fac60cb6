# __set_name__ is called for every attribute when the class is made.
class Named:
  def __set_name__(self, owner, name):
    print("name", owner.__name__, name)
    self.name = name

  def __get__(self, instance, owner=None):
    return self.name, instance is None


class A:
  a = Named()
  b = Named()


print(A.a, A().b)


class Bad:
  def __set_name__(self, owner, name): raise ValueError("no")


try:
  class B: q = Bad()
except RuntimeError as error:
  print(error, "<-", repr(error.__cause__))
