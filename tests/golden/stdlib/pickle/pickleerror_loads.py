# Ordinary use, mistakes and corners of pickle: PickleError, loads, raw, dump.
import pickle, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
class Locked:
    def __getstate__(self): raise ValueError('no state')
data = {'a': [1, 2.5, 3j], 'b': (None, True), 'c': b'xx', 'd': {1, 2}, 'p': P(4)}
for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    s = pickle.dumps(data, proto)
    print(proto, len(s), pickle.loads(s) == data)
f = io.BytesIO()
pickle.dump([1, 'two'], f)
pickle.dump('second', f, protocol=2)
f.seek(0)
print(pickle.load(f), pickle.load(f))
err(pickle.load, f)
err(pickle.loads, b'')
err(pickle.loads, b'garbage')
err(pickle.loads, b'\x80\x09.')
err(pickle.loads, b'cnosuchmodule\nX\n.')
err(pickle.loads, b'cbuiltins\nnosuch\n.')
err(pickle.loads, 'text')
err(pickle.loads, pickle.dumps([1] * 100)[:-5])
err(pickle.loads, b'(lp0\n')
err(pickle.dumps, lambda: 1)
err(pickle.dumps, (x for x in []))
err(pickle.dumps, Locked())
err(pickle.dumps, 1, 9)
err(pickle.dumps, 1, 'x')
err(pickle.dump, 1, 'notfile')
err(pickle.dump, 1)
err(pickle.load, 'notfile')
def local():
    class L: pass
    return L()
err(pickle.dumps, local())
print(pickle.PickleError.__mro__[1].__name__, issubclass(pickle.PicklingError, pickle.PickleError), issubclass(pickle.UnpicklingError, pickle.PickleError))
pb = pickle.PickleBuffer(bytearray(b'abcdef'))
r = pb.raw()
print(type(r), r.tobytes(), r.format, r.readonly, len(r))
r.release()
bufs = []
s = pickle.dumps(pb, 5, buffer_callback=bufs.append)
print(len(bufs), bufs[0] is pb)
got = pickle.loads(s, buffers=[bytearray(b'new')])
print(type(got), got)
err(pickle.loads, s)
err(pickle.dumps, pb, 4)
err(pickle.dumps, pb, 4, buffer_callback=bufs.append)
pb.release()
err(pb.raw)
err(pickle.dumps, pb, 5)
err(pickle.PickleBuffer, 5)
err(pickle.PickleBuffer, 'x')
print(pickle.loads(pickle.dumps(pickle.PickleBuffer(b'ro'), 5)), pickle.loads(pickle.dumps(pickle.PickleBuffer(bytearray(b'rw')), 5)))
mv = memoryview(bytes(range(12))).cast('B', (3, 4))
print(pickle.PickleBuffer(mv).raw().tobytes() == bytes(range(12)))
class Pers(pickle.Pickler):
    def persistent_id(self, o): return 'P%d' % o.x if isinstance(o, P) else None
class Unpers(pickle.Unpickler):
    def persistent_load(self, pid): return P(int(pid[1:]))
f = io.BytesIO(); Pers(f).dump([P(7)]); f.seek(0)
b = f.getvalue()
print(Unpers(f).load()[0].x)
err(pickle.loads, b)
