# The loop variable survives; changing it or the list inside has the usual effects.
for i in range(3): pass
print(i)
l = [1, 2, 3]
for x in l:
  if len(l) < 6: l.append(x * 10)
print(l)
l = [1, 2, 3, 4, 5, 6]
for x in l:
  if x % 2 == 0: l.remove(x)
print(l)
for i in range(3):
  i *= 10
  print(i, end=" ")
print()
d = {}
for d["k"] in range(2): print(d)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]: print(a, b, c)
try:
  e = {1: 1, 2: 2}
  for k in e: e[k + 10] = 1
except RuntimeError as err: print(err)
try:
  s = {1, 2}
  for k in s: s.add(k + 10)
except RuntimeError as err: print(err)
