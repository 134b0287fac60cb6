# In-place operators use __iadd__ when there is one, otherwise the ordinary operator.
class Acc:
  def __init__(self): self.items = []
  def __iadd__(self, other):
    self.items.append(other)
    return self
class Plain:
  def __add__(self, other): return f"plain + {other}"
a = b = Acc()
a += 1
a += 2
print(a is b, b.items)
p = Plain()
p += 5
print(p)
l = m = [1]
l += (2, 3)
l *= 2
print(l is m, m)
t = u = (1,)
t += (2,)
print(t, u)
s = ([0],)
try:
  s[0] += [1]
except TypeError as error:
  print(error, s)
x = 7
x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 2; x |= 1; x ^= 3; x &= 127; x >>= 1
print(x)
x /= 4
print(x)
d = {"a": 1}
d |= {"b": 2}
print(d)
try:
  x += "a"
except TypeError as error:
  print(error)
