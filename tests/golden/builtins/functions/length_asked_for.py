# Who asks a program's class for its length, and when: bytes(), list() and others do, bytearray() and set() don't.

class C(list):
  def __len__(self): print("len"); return 3
class D:
  def __len__(self): print("len"); return 3
  def __getitem__(self, i):
    if i > 1: raise IndexError
    return i
class E:
  def __len__(self): print("len"); return 3
  def __iter__(self): print("iter"); return iter([1])
for c in C, D, E:
  for f in bytes, bytearray, list, tuple, sorted, set, sum: print(c.__name__, f.__name__); print(f(c()))
for c in C, D, E:
  b = bytearray(b"xy"); b.extend(c()); print(b)
  b[1:2] = c(); print(b)
try: bytearray().extend(5)
except TypeError as e: print(e)
