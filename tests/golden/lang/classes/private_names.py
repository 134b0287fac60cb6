# Names with two leading underscores are mangled with the class name.
class A:
  __secret = 1
  def __hidden(self): return "A hidden"
  def show(self): return self.__secret, self.__hidden()
class B(A):
  __secret = 2
  def __hidden(self): return "B hidden"
  def show_b(self): return self.__secret, self.__hidden()
b = B()
print(b.show(), b.show_b(), b._A__secret, b._B__secret)
try:
  b.__secret
except AttributeError as error:
  print(error)
print(sorted(k for k in dir(B) if "secret" in k or "hidden" in k))
