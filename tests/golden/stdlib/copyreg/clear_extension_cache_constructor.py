# Ordinary use, mistakes and corners of copyreg: clear_extension_cache, constructor, add_extension, pickle.
import copyreg, pickle, copy, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Temp:
    def __init__(self, c): self.c = c
    def __eq__(self, o): return type(o) is Temp and self.c == o.c
def from_f(f): return Temp((f - 32) / 1.8)
copyreg.constructor(from_f)
copyreg.pickle(Temp, lambda t: (from_f, (t.c * 1.8 + 32,)))
for proto in range(6):
    print(proto, pickle.loads(pickle.dumps(Temp(100), proto)).c)
print(copy.copy(Temp(10)).c, copy.deepcopy([Temp(0), Temp(0)])[1].c)
copyreg.add_extension('__main__', 'Temp', 200)
copyreg.add_extension('__main__', 'from_f', 201)
p = pickle.dumps(from_f, 2); print(p, pickle.loads(p) is from_f)
p3 = pickle.dumps(Temp, 3); print(len(p3), pickle.loads(p3) is Temp)
copyreg.clear_extension_cache(); print(pickle.loads(p) is from_f)
copyreg.remove_extension('__main__', 'Temp', 200)
err(pickle.loads, p3)
err(copyreg.remove_extension, '__main__', 'Temp', 200)
err(copyreg.remove_extension, '__main__', 'from_f', 200)
err(copyreg.remove_extension)
err(copyreg.add_extension, 'x', 'y')
err(copyreg.add_extension, 'x', 'y', 0)
err(copyreg.add_extension, 'x', 'y', 201)
err(copyreg.add_extension, '__main__', 'from_f', 202)
err(copyreg.add_extension, 'x', 'y', 1.5)
err(copyreg.clear_extension_cache, 1)
err(copyreg.constructor, None)
err(copyreg.pickle, Temp, None)
err(copyreg.pickle, Temp)
class Node:
    __slots__ = ['value', 'next']
    def __init__(self, value, next=None): self.value, self.next = value, next
    def __getstate__(self): return (self.value, self.next)
    def __setstate__(self, state): self.value, self.next = state
n = pickle.loads(pickle.dumps(Node(1, Node(2)))); print(n.value, n.next.value, n.next.next)
class Point:
    __slots__ = ('x', 'y')
p = Point(); p.x = 1; q = copy.copy(p); print(q.x, hasattr(q, 'y')); err(pickle.dumps, p, 1)
class Both:
    __slots__ = ('a', '__dict__')
b = Both(); b.a = 1; b.z = 2; c = pickle.loads(pickle.dumps(b)); print(c.a, c.z, b.__reduce_ex__(2)[2])
class Reg(dict):
    def __reduce__(self): return (Reg, (), None, None, iter(self.items()))
print(pickle.loads(pickle.dumps(Reg(a=1, b=2))), copyreg.__reduce_ex__.__name__ if hasattr(copyreg, '__reduce_ex__') else '')
