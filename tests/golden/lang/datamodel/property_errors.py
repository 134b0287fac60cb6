# Properties without a getter, setter or deleter.
class A:
  @property
  def read(self): return 1
  write = property(fset=lambda self, value: None)


a = A()
a.write = 1
for use in (lambda: setattr(a, "read", 2), lambda: delattr(a, "read"), lambda: a.write, lambda: delattr(a, "write")):
  try:
    use()
  except AttributeError as error:
    print(error)
for use in (lambda: setattr(a, 1, 2), lambda: getattr(a, 1), lambda: delattr(a, 1)):
  try:
    use()
  except TypeError as error:
    print(error)
