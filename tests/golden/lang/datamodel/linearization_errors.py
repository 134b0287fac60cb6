# Orders of bases that cannot be linearised.
class A: pass
class B(A): pass
class C(A): pass
class E(B, C): pass
class F(C, B): pass


print([cls.__name__ for cls in E.__mro__], E.mro() == list(E.__mro__))
for bases in ((A, B), (E, F)):
  try:
    type("X", bases, {})
  except TypeError as error:
    print(error)


class Meta(type):
  def mro(cls): return [cls, object]


class M(A, metaclass=Meta): pass


print(M.__mro__, issubclass(M, A))
