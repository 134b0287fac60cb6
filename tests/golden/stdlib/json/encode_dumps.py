# Ordinary use, mistakes and corners of json: encode, dumps, JSONDecoder.
import json, datetime, enum, decimal, math

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, datetime.date): return o.isoformat()
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({'d': datetime.date(2024, 1, 2), 's': {3, 1, 2}}, cls=Enc))
err(json.dumps, {'x': object}, cls=Enc)
err(json.dumps, {1j})
err(json.dumps, {(1, 2): 3})
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}))
err(json.dumps, float('nan'), allow_nan=False)
err(json.dumps, b'x')
err(json.dumps, {'a': 1, 2: 3}, sort_keys=True)
c = []; c.append(c)
err(json.dumps, c)
err(json.dumps, c, check_circular=False) if False else None
print(json.dumps([1, [2, {'a': []}]], indent=2), json.dumps([1, {}], indent='\t'), json.dumps([], indent=4), json.dumps({'a': 1}, indent=0))
print(json.dumps([1, 2, {'a': 3}], separators=(',', ':')), json.dumps('é\u2028"\\\n\x01😀'), json.dumps('é😀', ensure_ascii=False))
err(json.dumps, [1], separators=5)
err(json.dumps, [1], bogus=1)
err(json.dumps, [1], indent=[1])
print(list(json.JSONEncoder().iterencode([1, {'a': None}])))
print(list(json.JSONEncoder(indent=1).iterencode([1, {'a': [True]}])))
print(list(Enc().iterencode({'k': {1}})))
class C(enum.IntEnum): A = 1
class S(str, enum.Enum): B = 'bee'
print(json.dumps([C.A, S.B, math.inf, -math.inf, 10 ** 30, 1e100, 0.1, -0.0]), json.dumps({C.A: 1, S.B: 2}))
err(json.dumps, decimal.Decimal(1))
print(json.dumps(decimal.Decimal('1.5'), default=str))
err(json.dumps, object(), default=lambda o: o) if False else None
err(json.JSONEncoder().default, 5)
err(json.JSONEncoder, 5)
err(json.loads, '{"a": 1,}')
err(json.loads, '[1, 2')
err(json.loads, '')
err(json.loads, '{"a" 1}')
err(json.loads, "{'a': 1}")
err(json.loads, '[1] x')
err(json.loads, '"\n"')
err(json.loads, '"\\x"')
err(json.loads, '"\\u12"')
err(json.loads, 5)
err(json.loads, '\ufeff1')
err(json.loads, b'\xff')
print(json.loads('[NaN, Infinity, -0, 1E3, "\\ud83d\\ude00"]'), json.loads(b'\xef\xbb\xbf[1]'), json.loads('[1.5]', parse_float=decimal.Decimal), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
try:
    json.loads('[1,\n 2,,]')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc)
e = json.JSONEncoder(sort_keys=True, separators=(',', ':'), ensure_ascii=False); print(e.encode({'b': 'é', 'a': [1, None]}), e.encode('x'), e.encode(5), e.encode([]), json.JSONEncoder(indent='--').encode([1]), e.item_separator, json.JSONDecoder(object_hook=lambda d: tuple(d)).decode('{"a": {"b": 1}}')); err(e.encode, {1, 2}); err(e.encode); err(json.JSONEncoder, indent=1, bogus=2); err(json.dumps); err(json.dumps, 1, 2); err(json.JSONDecoder().decode, '{"a": 1,}'); err(json.JSONDecoder, object_hook=1, bogus=1)
