# nonlocal reaches through several levels; global jumps over all of them.
x = "global"
def a():
  x = "a"
  def b():
    def c():
      nonlocal x
      x = "set by c"
    def d():
      global x
      x = "set by d"
    c()
    d()
    return x
  return b(), x
print(a(), x)
