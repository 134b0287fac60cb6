# deque.
from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.appendleft(0); print(d, d.maxlen, d.pop(), d.popleft(), len(d), d[0], d[-1])
d.extend("ab"); d.extendleft("xy"); print(d); d.rotate(1); print(d); d.rotate(-2); print(d, d.index("x"), d.count("x"), list(reversed(d)))
e = deque("abc"); e.insert(1, "z"); e.remove("c"); e.reverse(); print(e, e == deque("bza"), e + deque([1]), e * 2, e.copy(), "z" in e); del e[0]; e[0] = 9; print(e)
for f in (lambda: deque().pop(), lambda: deque()[0], lambda: deque([1]).remove(5), lambda: deque(maxlen=-1), lambda: d.insert(0, 1)):
  try: f()
  except Exception as x: print(type(x).__name__, x)
try:
  for i in e: e.append(1)
except RuntimeError as x: print(x)

# insert() counts its arguments itself.
for arguments in ((), (1,), (1, 2, 3), ("x", 1)):
  try: deque([1]).insert(*arguments)
  except TypeError as error: print(error)
