# Scanner, encoder, hooks and error messages of json.
import json
class X: pass
tests = ['{"a": 1, "b": [1, 2.5, null, true, false, "x\\u00e9\\n\\ud83d\\ude00"]}', '[]', '{}', '  [1 , 2 ]  ', '"abc"', '12345678901234567890123', '-0', '1e5', '1.5E-3', '-1.0', 'NaN', '-Infinity', 'Infinity']
for t in tests: print(repr(json.loads(t)))
bad = ['', '[1,]', '{"a":1,}', '{a:1}', '[1 2]', '{"a" 1}', '"abc', '"a\x01b"', '"\\x"', '"\\u12g4"', '01', '1.', '-', 'nul', '[', '{', '{"a"', '{"a":', '[1', '1 2', '"\\', '\n\n  x', "{'a': 1}", '[1,', '{"a":1', '{"a":1 "b":2}', '-x', '"\\u12']
for t in bad:
  try: print("no error", t, json.loads(t))
  except json.JSONDecodeError as e: print(repr(t), e, e.pos, e.lineno, e.colno)
for o in [None, True, 1, 1.5, "a\"b\\c\n\x01é😀", [1, [2, []], ()], {"a": 1, 2: 3, None: 4, True: 5, 1.5: 6}, float("nan"), float("inf"), 10**30, 1e100, {}, {"a": {}}, {"x": []}]:
  print(json.dumps(o)); print(json.dumps(o, ensure_ascii=False)); print(json.dumps(o, indent=2)); print(json.dumps(o, separators=(",", ":"), indent="\t"))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, 2], indent=0))
for o, kw in [(X(), {}), ({(1, 2): 3}, {}), (float("nan"), {"allow_nan": False}), ({1: 2, "a": 3}, {"sort_keys": True}), (set(), {}), (b"x", {}), (1j, {})]:
  try: print(json.dumps(o, **kw))
  except Exception as e: print(type(e).__name__, e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps(X(), default=lambda o: {"x": "obj"}), json.dumps({"k": {1, 2}}, default=sorted))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())), json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p), json.loads('[1.5, 2]', parse_float=str, parse_int=float), json.loads(b'{"a": "\xc3\xa9"}'))
class E(json.JSONEncoder):
  def default(self, o):
    if isinstance(o, X): return "X!"
    return super().default(o)
print(json.dumps([X()], cls=E), E().encode({"a": X()}))
try: E().encode(object())
except TypeError as e: print(e)
print(json.JSONDecoder().raw_decode('[1] tail'))
import io
f = io.StringIO(); json.dump({"a": [1, 2]}, f); print(f.getvalue()); print(json.load(io.StringIO('{"q": 1}')))
class I(int): pass
class S(str): pass
class D(dict): pass
print(json.dumps([I(5), S("x"), D(a=1)]))
import enum
class C(enum.IntEnum): A = 1
print(json.dumps({"c": C.A, C.A: 2}))
try: json.loads("[" * 100000)
except RecursionError as e: print("rec")
try: json.loads(5)
except TypeError as e: print(e)
