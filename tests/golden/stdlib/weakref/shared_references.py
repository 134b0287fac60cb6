# A plain reference without a callback is made once for an object as long as it lives; others each count.
import gc
import weakref


class Node:
  pass


class Named(weakref.ref):
  pass


node = Node()
plain = weakref.ref(node)
print(weakref.ref(node) is plain, weakref.ref(node, None) is plain, weakref.getweakrefcount(node), weakref.getweakrefs(node)[0] is plain)
called = weakref.ref(node, lambda reference: print("gone"))
print(called is plain, weakref.getweakrefcount(node))
named = Named(node)
print(named is plain, weakref.ref(node) is plain, node.__weakref__ is plain)
gc.collect()
print(weakref.ref(node) is plain)
nodes = [Node() for _ in range(2000)]
references = [weakref.ref(each) for each in nodes]
print(all(weakref.ref(each) is reference for each, reference in zip(nodes, references)))
gc.collect()
more = [Node() for _ in range(2000)]
print(all(weakref.ref(each) is reference for each, reference in zip(nodes, references)), len({weakref.ref(each) for each in more + more}))
print(len(weakref.WeakSet(nodes + nodes)), sum(weakref.getweakrefcount(each) for each in nodes[:5]))
