# Slices read, assigned and deleted.
l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[::3], l[::-2], l[5:2], l[100:], l[-100:2], l[8:2:-3], l[:])
l[2:4] = "abc"
print(l)
l[::4] = [0] * len(l[::4])
print(l)
del l[::2]
print(l)
l[1:1] = [7, 8]
l[len(l):] = [9]
print(l)
l[:] = []
print(l)
for f in (lambda: [1, 2, 3].__setitem__(slice(None, None, 2), [1]), lambda: [1][::0], lambda: [1].__setitem__(slice(0, 1), 5), lambda: [1][5], lambda: [].pop(), lambda: "ab"["x":]):
  try: f()
  except Exception as e: print(type(e).__name__, e)
print("hello"[1:4], "hello"[::-1], (1, 2, 3)[:2], b"abc"[1:], range(10)[2:8:3], range(10)[::-1])
print(slice(1, 10, 2).indices(6), slice(None), slice(1, 2) == slice(1, 2))
