# __getitem__, __setitem__, __delitem__, __contains__, __len__, __iter__, __reversed__, __missing__.
class Box:
  def __getitem__(self, key): return key
  def __setitem__(self, key, value): print("set", key, value)
  def __delitem__(self, key): print("del", key)
b = Box()
print(b[1], b[1:2], b[::3], b[1, 2:3, ...], b["k"])
b[1:2] = 5
del b[3, 4]
b[0] += 1
class Seq:
  def __getitem__(self, i):
    if i > 3: raise IndexError
    return i * i
print(list(Seq()), 4 in Seq(), 5 in Seq(), max(Seq()))
class Cont:
  def __contains__(self, x): return "yes" if x else ""
print(1 in Cont(), 0 in Cont(), 0 not in Cont())
class Rev:
  def __len__(self): return 3
  def __getitem__(self, i): return "abc"[i]
print(list(reversed(Rev())))
class D(dict):
  def __missing__(self, key): return f"no {key}"
print(D(a=1)["a"], D()["b"], D().get("b"))
