# Ordinary use, mistakes and corners of reprlib: recursive_repr, repr, repr_str, repr.
import reprlib, array, collections

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

r = reprlib.Repr()
print(r.repr(list(range(100))), r.repr('x' * 100), r.repr({i: i for i in range(10)}), r.repr(tuple('abcdefghi')), r.repr(10 ** 100), r.repr({3, 1, 2}), r.repr(frozenset(range(9))))
print(r.repr_str('abc', 3), r.repr_list([1, [2, [3]]], 2), r.repr_list([1, 2, 3], 0), r.repr_list([], 0), r.repr_tuple((1,), 3), r.repr_dict({}, 1), r.repr_dict({1: 2}, 0))
print(r.repr_array(array.array('i', range(9)), 3), r.repr_array(array.array('i'), 3), r.repr_set(set(), 3), r.repr_frozenset(frozenset(), 3), r.repr_deque(collections.deque(range(9)), 3), r.repr_int(12, 1), r.repr1([1], 0), r.repr1({2: [3]}, 1))
n = []
for _ in range(10): n = [n]
print(r.repr(n), reprlib.repr(n))
r.maxlevel = 2; r.maxlist = 3; r.maxstring = 10; r.maxdict = 1; r.maxlong = 8; r.maxother = 12; r.maxtuple = 1; r.maxset = 2; r.maxarray = 1; r.maxdeque = 1; r.maxfrozenset = 1
print(r.repr(n), r.repr([1, 2, 3, 4]), r.repr('abcdefghijklmnop'), r.repr({'a': 1, 'b': 2}), r.repr(123456789012), r.repr(range(100000, 200000)), r.repr((1, 2)), r.repr({1, 2, 3}), r.repr(array.array('d', [1, 2])), r.repr(collections.deque([1, 2])))
r.fillvalue = '###'
print(r.repr([1, 2, 3, 4]), r.repr('abcdefghijklmnop'))
class Node:
    def __init__(self, *kids): self.kids = list(kids)
    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        "node"
        return f'Node({self.kids!r})'
n = Node(1); n.kids.append(n)
print(n, Node.__repr__.__name__, Node.__repr__.__doc__, Node.__repr__.__wrapped__.__name__ if hasattr(Node.__repr__, '__wrapped__') else None)
class D(reprlib.recursive_repr.__class__ and list):
    __repr__ = reprlib.recursive_repr()(lambda self: '<' + ', '.join(map(repr, self)) + '>')
d = D(); d.append(d); d.append(1)
print(d)
class MyRepr(reprlib.Repr):
    def repr_Point(self, p, level): return f'Point at {level}'
    def repr_complex(self, c, level): return 'cplx'
class Point: pass
print(MyRepr().repr([Point(), 1j, None]))
class Bad:
    def __repr__(self): raise ValueError('x')
import re
print(re.sub('0x[0-9a-f]+', '0x', r.repr(Bad())), re.sub('0x[0-9a-f]+', '0x', r.repr([Bad()])))
err(r.repr)
err(reprlib.repr)
err(r.repr_str, 5, 1)
err(r.repr_list, 5, 1)
err(r.repr_str, 'x')
err(reprlib.Repr, 1)
err(reprlib.recursive_repr, 1, 2)
err(reprlib.recursive_repr(), 5)
print(reprlib.aRepr.maxlist, reprlib.aRepr.maxother, reprlib.aRepr.fillvalue, [r.repr_instance(5, 1), r.repr_instance('y' * 50, 1)])
print(reprlib.repr({'b': 1, 'a': 2}), reprlib.repr({1: 'x', 'a': 2}), reprlib.repr({'b', 'a'}))
