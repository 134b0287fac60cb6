# Ordinary use, mistakes and corners of array: insert, pop, count, byteswap.
from array import array, ArrayType, typecodes; import pickle, copy, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

a = array('i', [3, 1, 2]); a.insert(1, 9); a.insert(-1, 8); a.insert(100, 7); a.insert(-100, 6); print(a, a.pop(), a.pop(0), a.pop(-2), a, a.count(9), a.count('x'), a.tolist(), a.index(9), a.index(2, 1) if 2 in a[1:] else '')
a.extend([4, 5]); a.extend(array('i', [6])); a.fromlist([1]); a.append(0); a.byteswap(); print(a.tolist()[-1], a[0]); a.byteswap(); print(a, a.reverse(), a, a.remove(9), len(a), a.itemsize, a.typecode, ArrayType is array, typecodes, 5 in a, a[1:3], a[::-1], a + a[:1], a * 2, a == array('i', a), a == array('l', a), a < array('i', [99]), bytes(a[:1]))
for code in 'bBuhHiIlLqQfd': x = array(code); print(code, x.itemsize, x, end='; ')
print()
for fn, args in [(a.insert, (0, 'x')), (a.insert, ('x', 0)), (a.insert, (0, 1 << 40)), (a.insert, (0,)), (a.insert, (0, 1.5)), (a.pop, (99,)), (a.pop, ('x',)), (array('i').pop, ()), (a.count, ()), (a.byteswap, (1,)), (a.tolist, (1,)), (a.extend, (5,)), (a.extend, (['x'],)), (a.extend, (array('d', [1]),)), (a.extend, ('ab',)), (a.append, ('x',)), (a.append, (1 << 31,)), (a.append, ()), (a.remove, (999,)), (a.index, (999,)), (a.index, (1, 'x')), (a.fromlist, (5,)), (a.fromlist, ([1, 'x'],)), (a.frombytes, (b'abc',)), (a.frombytes, ('x',)), (a.fromfile, (5, 1)), (a.fromfile, (io.BytesIO(b'ab'), 1)), (a.tofile, (5,)), (a.tounicode, ()), (a.fromunicode, ('x',)), (array, ()), (array, ('z',)), (array, ('ab',)), (array, (5,)), (array, ('i', 'abc')), (array, ('i', 5)), (array, ('i', [1.5])), (array, ('u', 5)), (array, ('i', [1], 2)), (array, ('b', [200])), (array, ('B', [-1])), (array, ('H', [70000])), (array, ('Q', [-1])), (array, ('I', [1 << 32])), (array, ('L', [1 << 64])), (array, ('q', [1 << 63])), (array, ('f', ['x'])), (array, ('d', [1j])), (array, ('u', ['ab'])), (array, ('i', b'abc')), (array, ('u', array('i', [1])))]: 
    try: print(fn.__name__, fn(*args))
    except Exception as e: print(fn.__name__, type(e).__name__, e)
err(lambda: a[99]); err(lambda: a['x']); err(lambda: a.__setitem__(0, 'x')); err(lambda: a.__setitem__(99, 1)); err(lambda: a.__setitem__(slice(0, 1), [1])); err(lambda: a.__setitem__(slice(0, 4, 2), array('i', [1]))); err(lambda: a + [1]); err(lambda: a + array('d')); err(lambda: a * 'x'); err(lambda: a < 5); err(hash, a); err(lambda: a.__delitem__(99)); err(lambda: a.__iadd__([1])); err(memoryview(a).__setitem__, 0, 'x')
m = memoryview(a); err(a.append, 1); err(a.pop); m.release(); a[1:2] = array('i', [7, 7]); del a[0]; print(a, a.buffer_info()[1], array('u', 'héy').tounicode(), array('u', 'ab'), array('d', [1.5, float('inf')]), array('f', [0.1])[0], array('B', b'xyz').tobytes(), array('b', (1, -1)), array('i', array('B', [1, 2])), array('i', range(3)), array('q', iter([1])), copy.copy(a) == a, copy.deepcopy(a) is not a, pickle.loads(pickle.dumps(a)) == a, [x for x in reversed(a)][:1], max(a), sorted(a)[:1], list(array('h', b'\x01\x00\x02\x00')), bool(array('i')), isinstance(a, __import__('collections').abc.MutableSequence)); f = io.BytesIO(); a.tofile(f); f.seek(0); z = array('i'); z.fromfile(f, 2); print(z, a.__reduce_ex__(3)[0].__name__ if 0 else ''); err(z.fromfile, f, 100); print(len(z) == len(a)); err(z.fromfile, f, -1)
class Sub(array): pass
s = Sub('i', [1]); s.extra = 5; print(s, type(s[:1]).__name__, s + s, s.extra)
