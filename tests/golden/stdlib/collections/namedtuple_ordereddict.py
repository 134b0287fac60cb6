# namedtuple, OrderedDict, ChainMap.
from collections import namedtuple, OrderedDict, ChainMap
P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._asdict(), p._replace(y=5), P._fields, P._make([7, 8]), p == (1, 0), [*p], P(y=2, x=1))
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: setattr(p, "x", 2), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "1a")):
  try: f()
  except Exception as e: print(type(e).__name__, e)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); o.move_to_end("c", last=False); print(o, o.popitem(last=False), o == {"b": 2, "a": 1}, o == OrderedDict(a=1, b=2))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); m["z"] = 0; print(m["a"], m["b"], m.maps, sorted(m), m.new_child({"a": 9})["a"])
