# super() in methods, class methods, with arguments, in inner functions.
class A:
  x = "A.x"
  def f(self): return ["A"]
  @classmethod
  def c(cls): return [cls.__name__]


class B(A):
  def f(self): return ["B"] + super().f()
  @classmethod
  def c(cls): return ["B"] + super().c()


class C(A):
  def f(self): return ["C"] + super(C, self).f()


class D(B, C):
  x = "D.x"
  def f(self): return ["D"] + super().f()
  def g(self): return super().x
  def h(self):
    def inner(): return super(D, self).f()
    return inner()


d = D()
print(d.f(), D.c(), d.g(), d.h(), super(D, D).c())
s = super(B, d)
print(s.__thisclass__, s.__self__ is d, s.__self_class__)
