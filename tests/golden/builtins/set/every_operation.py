# Sets and frozensets: operators, methods, errors.
def t(*codes):
    for c in codes:
        s = {3, 1, 2}
        ns = {'s': s, 'f': frozenset([1, 5])}
        try:
            try: r = eval(c, ns)
            except SyntaxError: r = exec(c, ns)
            print(c, '->', r, ns['s'])
        except Exception as e: print(c, '->', type(e).__name__, e, ns['s'])
t('s.add(4)', 's.add([])', 's.add({1})', 's.discard(9)', 's.discard([])', 's.remove(9)', 's.remove({1})', '{1} in {frozenset([1])}', 's.pop()', 'set().pop()', 's|{4}', 's|[4]', 's.union([4],[5])', 's.union(5)', 's&f', 's&[1]', 's.intersection([1],[1,2])', 's.intersection()', 's-f', 's.difference([1],[2])', 's^f', 's.symmetric_difference([1,9])', 's.symmetric_difference([1],[2])', 's|=f', 's|=[1]', 's&=f', 's-=f', 's^=f', 's.update([7],[8])', 's.update(5)', 's.intersection_update([1])', 's.difference_update([1])', 's.symmetric_difference_update([1,9])', 's<={1,2,3,4}', 's<{1,2,3}', 's>{1}', 's>=[1]', 's.issubset([1,2,3])', 's.issuperset([1])', 's.isdisjoint([9])', 's=={1,2,3}', 's==frozenset([1,2,3])', 's.copy() is s', 'f.copy() is f', 'frozenset(f) is f', 'hash(f)==hash(frozenset([5,1]))', 'hash(s)', 'f.add(1)', 'f|s', 's|f', 'type(f|s).__name__', 'type(s|f).__name__', 'set(5)', 'set(1,2)', 'set(a=1)', 'frozenset(5)', 'set("hello")=={"h","e","l","o"}', 's[0]', 's<1', 's+s', 'sorted(s)', 'repr(set())', 'repr(frozenset())', 'repr({frozenset([1])})', 's.clear()', 'len(s)', '1.0 in s', 'True in s', '[1] in s', 'set([[1]])', '{*s,*[9]}', '{*5}', '{[]}', 's.foo', 'frozenset("a")|{"b"}=={"a","b"}', 's.__ior__(5)', 's.__or__([1])', 's-s', 'set([1,2,3,100,50,7])', '{i*7 for i in range(20)}', '{-1,-2,0}', '{"a"}|{"a"}', 'frozenset([3,2,1])', 's.__reduce__()', '{1,2}.__class_getitem__(int)', 'iter(s).__length_hint__()')
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
class S(set):
    def __repr__(self): return 'S' + super().__repr__()
a = S([1]); print(a, a | {2}, type(a | {2}).__name__, type(a.copy()).__name__, type(a & a).__name__, type(a.union([3])).__name__)
class FS(frozenset): pass
print(FS([1]), FS(), repr(FS([1]) | {2}))
