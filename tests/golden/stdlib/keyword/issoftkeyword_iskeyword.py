# Ordinary use, mistakes and corners of keyword: issoftkeyword, iskeyword.
import keyword

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(len(keyword.kwlist), keyword.kwlist == sorted(keyword.kwlist), keyword.softkwlist)
for w in ('if', 'else', 'async', 'await', 'match', 'case', '_', 'type', 'True', 'true', 'print', 'cls', 'del', '', ' if', 'IF', 'nonlocal', 'lambda', 'with', 'é'): print(repr(w), keyword.iskeyword(w), keyword.issoftkeyword(w), w.isidentifier())
for bad in (1, None, 1.5, (), b'if', True): print(repr(bad), keyword.iskeyword(bad), keyword.issoftkeyword(bad))
err(keyword.iskeyword, []); err(keyword.iskeyword, {}); err(keyword.iskeyword); err(keyword.iskeyword, 'a', 'b'); err(keyword.issoftkeyword, set()); err(keyword.issoftkeyword); err(keyword.iskeyword, s='if'); err(lambda: keyword.nope)
def safe(name): return name + '_' if keyword.iskeyword(name) else name
print([safe(n) for n in ('class', 'name', 'def', 'from', 'match')], [k for k in keyword.kwlist if k[0].isupper()], [k for k in keyword.kwlist if len(k) == 2], max(keyword.kwlist, key=len), set(keyword.softkwlist) & set(keyword.kwlist))
from collections import namedtuple; import dataclasses
err(namedtuple, 'N', ['class', 'x']); print(namedtuple('N', ['class', 'x'], rename=True)._fields); err(dataclasses.make_dataclass, 'D', ['for']); print(dataclasses.make_dataclass('D', ['match', 'case']))if 0 else None
for k in keyword.kwlist:
    try: compile(f'{k} = 1', 'k', 'exec'); print('assignable', k)
    except SyntaxError: pass
for k in keyword.softkwlist: ns = {}; exec(f'{k} = 1', ns); print(k, ns[k])
