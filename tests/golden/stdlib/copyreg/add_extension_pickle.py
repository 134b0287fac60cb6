# Ordinary use, mistakes and corners of copyreg: add_extension, pickle, clear_extension_cache, constructor.
import copyreg, pickle, copy, weakref

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Conn:
    def __init__(self, host, port=80): self.host, self.port, self.sock = host, port, object()
def reduce_conn(c): return Conn, (c.host, c.port), {'extra': 1}
copyreg.pickle(Conn, reduce_conn)
c = pickle.loads(pickle.dumps(Conn('h', 8)))
print(c.host, c.port, c.extra, copy.deepcopy(Conn('x')).extra)
def bad(c): return 'nope'
copyreg.pickle(Conn, bad); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: 5); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: (1, 2)); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: (Conn,)); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: (Conn, 5)); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: (Conn, (), None, 5)); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: (1, 2, 3, 4, 5, 6, 7)); err(pickle.dumps, Conn('h'))
copyreg.pickle(Conn, lambda c: 1 / 0); err(pickle.dumps, Conn('h'))
err(copyreg.pickle)
err(copyreg.pickle, Conn)
err(copyreg.pickle, Conn, 5)
err(copyreg.pickle, Conn, print, 'notcallable')
err(copyreg.constructor)
err(copyreg.constructor, 'x')
for args in [('m', 'n', 5), ('m', 'n', 5), ('m', 'n', 6), ('m', 'x', 5), ('m', 'y', -1), ('m', 'y', 0), ('m', 'y', 2 ** 31 - 1), ('m', 'z', 2 ** 31), ('m', 'z', '7')]:
    err(copyreg.add_extension, *args)
err(copyreg.remove_extension, 'm', 'n', 6)
err(copyreg.remove_extension, 'm', 'n', 5)
err(copyreg.remove_extension, 'm', 'n', 5)
copyreg.remove_extension('m', 'y', 2 ** 31 - 1)
print(copyreg.clear_extension_cache())
class Meta(type): pass
class WithMeta(metaclass=Meta):
    def __reduce__(self): return (WithMeta, ())
print(type(pickle.loads(pickle.dumps(WithMeta()))).__name__)
class Ex:
    def __reduce_ex__(self, proto): return (str, (f'proto {proto}',))
print(pickle.loads(pickle.dumps(Ex(), 2)), copy.copy(Ex()), pickle.loads(pickle.dumps(Ex())))
class Args:
    def __new__(cls, a, *, k): s = super().__new__(cls); s.a, s.k = a, k; return s
    def __getnewargs_ex__(self): return (self.a,), {'k': self.k}
a = pickle.loads(pickle.dumps(Args(1, k=2))); print(a.a, a.k)
err(pickle.dumps, Args(1, k=2), 1)
class BadArgs(Args):
    def __getnewargs_ex__(self): return 5
err(pickle.dumps, BadArgs(1, k=2))
class NewArgs:
    def __getnewargs__(self): return [1]
err(pickle.dumps, NewArgs())
class SetState:
    def __init__(self): self.x = 1
    def __getstate__(self): return {'x': self.x + 1}
    def __setstate__(self, st): self.x = st['x'] * 10
print(pickle.loads(pickle.dumps(SetState())).x, copy.copy(SetState()).x)
p = pickle.Pickler(f := __import__('io').BytesIO()); p.dispatch_table = copyreg.dispatch_table.copy(); p.dispatch_table[Conn] = lambda c: (Conn, ('private',)); p.dump(Conn('q')); print(pickle.loads(f.getvalue()).host)
