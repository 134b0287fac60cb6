# A class body's names are not seen by its methods, but the enclosing function's are.
def build(n):
  class Box:
    size = n * 2
    def get(self):
      return n, self.size
    try:
      hidden = [size for _ in range(1)]
    except NameError as error:
      hidden = str(error)
  return Box
print(build(4)().get(), build(4).hidden)
n = "global"
def shadow():
  n = "local"
  class C:
    print(n)
    n = "class"
    print(n)
    def m(self):
      return n
  return C().m()
print(shadow())
