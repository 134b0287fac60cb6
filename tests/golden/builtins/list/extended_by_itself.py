# Sequences that are extended by themselves take what they hold at the beginning, classes derived from list by their own iteration.
import collections


class Plain(list): pass
p = Plain([1, 2]); p += p; p.extend(p); p[len(p):] = p; print(p)
d = collections.deque([1, 2]); d += d; d.extend(d); d.extendleft(d); print(d)
b = bytearray(b"ab"); b.extend(b); print(b)
class L(list):
  def __iter__(self): return iter([7])
a = L([1, 2]); a += a; print(a[:], len(a))
a.extend(a); print(a[:])
