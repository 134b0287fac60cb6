# The metaclass is the most derived one; a function may stand for it; keywords reach __init_subclass__.
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass


try:
  class B(A, metaclass=M2): pass
except TypeError as error:
  print(error)


class C(A, metaclass=type): pass


print(type(C))
try:
  class D(metaclass=type, option=1): pass
except TypeError as error:
  print(error)


def collect(name, bases, namespace, **options):
  return name, bases, sorted(namespace), options


class E(metaclass=collect, size=3): width = 1


print(E)
try:
  class F(*[int, str]): pass
except TypeError as error:
  print(error)


class G(*[int], **{}): pass


print(G(5) + 1)
