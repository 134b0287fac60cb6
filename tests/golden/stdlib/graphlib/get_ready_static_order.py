# Ordinary use, mistakes and corners of graphlib: get_ready, static_order, CycleError.
from graphlib import TopologicalSorter, CycleError

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

ts = TopologicalSorter({'D': {'B', 'C'}, 'C': ['A'], 'B': {'A'}})
print(list(ts.static_order())[0], list(TopologicalSorter({1: [2], 2: [3]}).static_order()), list(TopologicalSorter().static_order()), list(TopologicalSorter({'x': ()}).static_order()))
ts = TopologicalSorter(); ts.add('task', 'dep1', 'dep2'); ts.add('dep2', 'dep1'); ts.add('task', 'dep3'); ts.add('solo')
err(ts.get_ready); err(ts.is_active); err(ts.done, 'task'); print(ts.prepare()); err(ts.prepare); err(ts.add, 'late')
seen = []
while ts.is_active():
    ready = ts.get_ready(); seen.append(sorted(ready)); print(type(ready).__name__, bool(ts), ts.get_ready()); ts.done(*ready)
print(seen, ts.is_active(), bool(ts), ts.get_ready())
err(ts.done, 'task'); err(ts.done, 'unknown'); print(ts.done())
t = TopologicalSorter({'a': ['b']}); t.prepare(); err(t.done, 'a'); t.get_ready(); t.done('b'); err(t.done, 'b'); err(t.done, 'a'); print(t.get_ready(), t.done('a'), t.is_active())
for g in ({'a': ['b'], 'b': ['a']}, {'a': ['a']}, {1: [2], 2: [3], 3: [1], 4: [1]}):
    c = TopologicalSorter(g)
    try: c.prepare()
    except CycleError as e: print(repr(e), e.args[0], e.args[1], isinstance(e, ValueError))
    print(c.is_active()) if 0 else err(lambda: list(TopologicalSorter(g).static_order()))
c = TopologicalSorter({'x': ['y'], 'y': ['x'], 'ok': []}); 
try: c.prepare()
except CycleError: print(c.get_ready(), c.is_active())
err(TopologicalSorter, 5); err(TopologicalSorter, {'a': 5}); err(TopologicalSorter, [1]); err(TopologicalSorter, {'a': [[1]]}); err(TopologicalSorter().add); err(TopologicalSorter().add, []); err(TopologicalSorter().add, 'a', {}); err(TopologicalSorter, 1, 2); err(CycleError); print(TopologicalSorter({'a': 'bc'}).static_order().__class__.__name__, sorted(TopologicalSorter({'a': 'bc'}).static_order()), TopologicalSorter[int], TopologicalSorter[str].__origin__ is TopologicalSorter)
s = TopologicalSorter({'a': ['b']}); it = s.static_order(); print(next(it)); err(s.prepare); print(list(it)); s2 = TopologicalSorter({'a': ['b']}); s2.prepare(); err(lambda: list(s2.static_order()))
import asyncio
async def build():
    g = TopologicalSorter({'app': {'lib', 'cfg'}, 'lib': {'core'}}); g.prepare(); order = []
    async def work(n): await asyncio.sleep(0); order.append(n); g.done(n)
    while g.is_active(): await asyncio.gather(*[work(n) for n in sorted(g.get_ready())])
    return order
print(asyncio.run(build()))
