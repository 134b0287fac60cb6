# Ordinary use, mistakes and corners of gc: get_debug, disable, get_threshold, set_threshold.
import gc, weakref

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), gc.get_threshold().__class__, len(gc.get_count()))
class Node:
    def __init__(self): self.me = self
n = Node()
r = weakref.ref(n)
del n
gc.collect()
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked('s'), gc.is_tracked({}), gc.is_tracked({'a': []}), gc.is_tracked(Node()), gc.is_tracked(()), gc.is_tracked(b'x'), gc.is_tracked(Node), gc.is_tracked(1.5), gc.is_tracked(None), gc.is_tracked({1}))
a = ['x']
b = {'k': a}
print(a in gc.get_referents(b), sorted(gc.get_referents({1: 2, 3: 4})), gc.get_referents(1), gc.get_referents('s'))
print(gc.get_referents([1, 'a', a]) , gc.get_referents((1, 2), [3]))
print(any(x is b for x in gc.get_objects()), type(gc.get_objects()))
print(gc.is_finalized(5), gc.is_finalized([]))
print(gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count())
print(len(gc.get_stats()), sorted(gc.get_stats()[0]))
print(gc.set_threshold(800, 8), gc.get_threshold()[:2])
err(gc.set_threshold)
err(gc.set_threshold, 'x')
err(gc.collect, 5)
err(gc.collect, -1)
err(gc.collect, 'a')
err(gc.get_objects, 5)
err(gc.get_objects, 'x')
err(gc.is_tracked)
err(gc.is_finalized)
err(gc.disable, 1)
print(gc.get_debug(), gc.set_debug(0), gc.garbage, type(gc.callbacks))
err(gc.set_debug, 'x')
log = []
def cb(phase, info): log.append((phase, sorted(info)))
gc.callbacks.append(cb)
gc.collect()
gc.callbacks.remove(cb)
print(log)
print(a in [x for x in gc.get_referrers(a) if x is b] or len([x for x in gc.get_referrers(a) if x is b]))
