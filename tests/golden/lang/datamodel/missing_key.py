# __missing__ of dict subclasses.
class Missing(dict):
  def __missing__(self, key): return f"missing {key}"


class Count(dict):
  def __missing__(self, key):
    self[key] = 0
    return 0


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m)
c = Count()
for letter in "abca": c[letter] += 1
print(c)
