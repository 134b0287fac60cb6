# Ordinary use, mistakes and corners of json: JSONDecoder, dump, raw_decode.
import json, io, collections

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = json.JSONDecoder()
print(d.decode(' [1, 2] \n'), d.raw_decode('{"a": 1} tail'), d.raw_decode('xx[1]', 2), d.raw_decode('1 2'), d.decode('"\\u00e9\\n"'), d.raw_decode('nullx'))
for f, a in [(d.raw_decode, (' 1',)), (d.raw_decode, ('',)), (d.raw_decode, ('x', 5)), (d.raw_decode, ('1', -1)), (d.raw_decode, (5,)), (d.raw_decode, (b'1',)), (d.decode, (b'1',)), (d.decode, ('',)), (d.decode, ('1 2',)), (d.decode, ('[1,]',)), (d.decode, ('{1: 2}',)), (d.decode, ('{"a": }',)), (d.decode, ('{"a": 1 "b"}',)), (d.decode, ('tru',)), (d.decode, ('-',)), (d.decode, ('01',)), (d.decode, ('1.',)), (d.decode, ('.5',)), (d.decode, ('"abc',)), (d.decode, ('"\t"',)), (d.decode, ('"\\ud800"',)), (d.decode, ('[[[',)), (d.decode, ('{"a"',)), (d.decode, ('{',)), (d.decode, ('[1 2]',)), (d.decode, ('"\\u12G4"',)), (d.decode, ('NaNx',)), (d.decode, ('// c',)), (d.decode, ()), (json.loads, ()), (json.loads, (None,)), (json.loads, ([1],)), (json.load, (5,)), (json.load, (io.StringIO(''),)), (json.loads, ('[' * 100000,)), (json.loads, (bytearray(b'{"k": [1]}'),)), (json.loads, ('"é"'.encode('utf-16'),)), (json.loads, (b'\xff\xfe\xfa',))]:
    err(f, *a)
print(json.JSONDecoder(parse_int=float).decode('[1, 2.5]'), json.JSONDecoder(strict=False).decode('"a\tb"'), json.JSONDecoder(object_hook=lambda o: sorted(o)).decode('{"b": {"c": 1}, "a": 2}'), json.JSONDecoder(object_pairs_hook=collections.OrderedDict).decode('{"z": 1, "a": 2}'), json.JSONDecoder(parse_constant=lambda c: f'<{c}>').decode('[NaN, -Infinity, Infinity]'), json.loads('[1e5, 1E-2, -0.0, 123456789012345678901234567890]'))
err(json.JSONDecoder, 5); err(json.JSONDecoder, bogus=1); err(json.loads, '1', bogus=1); err(json.loads, '1', parse_int=5); err(json.loads, '{"a": 1}', object_hook=5)
def nope(s): raise KeyError(s)
err(json.loads, '[1]', parse_int=nope)
f = io.StringIO()
print(json.dump({'a': [1, None], 'b': True}, f), f.getvalue(), json.dump([1], f, indent=1), repr(f.getvalue()))
class W:
    def __init__(self): self.n = 0; self.t = ''
    def write(self, s): self.n += 1; self.t += s
w = W(); json.dump({'k': [1, {'z': 'x'}], 'e': []}, w, indent=2, sort_keys=True); print(w.n, w.t)
err(json.dump, 1); err(json.dump, 1, 5); err(json.dump, {1, 2}, io.StringIO()); err(json.dump, 1, io.BytesIO()); err(json.dump, 1, f, 2); err(json.dump, {'a': {(1,): 2}}, W()); err(json.dumps, {'a': W}, default=None)
class E(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False): yield from ('<', str(o), '>')
    def encode(self, o): return 'ENC'
w = W(); json.dump([1], w, cls=E); print(w.t, json.dumps([1], cls=E))
class E2(json.JSONEncoder):
    def default(self, o): return {'__': type(o).__name__}
print(json.dumps([1j, {2}], cls=E2), [*E2(indent=1).iterencode([1j])], json.dumps((x for x in 'ab'), default=list), json.dumps({'a': collections.deque([1])}, default=list))
class D(dict): pass
class L(list): pass
class I(int):
    def __repr__(self): return 'I!'
class Fl(float):
    def __repr__(self): return 'F!'
print(json.dumps([D(a=1), L([2]), I(3), Fl(1.5), collections.OrderedDict(z=1)]), json.dumps({I(1): Fl(2.0)}), json.dumps(collections.namedtuple('P', 'x y')(1, 2)), json.dumps('\ud800'), json.dumps({'': ''}), json.dumps(True), json.dumps(None, indent=2), json.dumps([[], {}], indent=2), json.dumps({'a': 1}, separators=(' ; ', ' = ')))
try: json.loads('{"a":\n  [1, x]}')
except json.JSONDecodeError as e: print(repr(e), e.msg, e.lineno, e.colno, e.pos, e.doc[e.pos], isinstance(e, ValueError)); import pickle; print(pickle.loads(pickle.dumps(e)).pos)
err(json.JSONDecodeError, 'm'); print(json.JSONDecodeError('msg', 'ab\ncd', 4))
