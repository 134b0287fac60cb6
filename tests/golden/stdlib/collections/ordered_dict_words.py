import collections
O=collections.OrderedDict
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class S(O): pass
class K:
    def keys(self): return ['a']
    def __getitem__(self,k): return 5
class I:
    def items(self): return [(1,2),(3,4)]
t(lambda:O(1,2));t(lambda:O().update(1,2));t(lambda:O().update(1,2,3));t(lambda:O([(1,2,3)]));t(lambda:O([1]))
t(lambda:S(1,2)); t(lambda:O().update()); t(lambda:O(I())); t(lambda:O(K(),b=1)); t(lambda:O([(1,)])); t(lambda:O([()])); t(lambda:O.update()); t(lambda:O(['ab']));t(lambda:O([1,2])); t(lambda:O(None)); t(lambda:O().update([1])); t(lambda:O(1.5)); t(lambda: O([(1,2,3,4)])); t(lambda:O({1:2}.items())); t(lambda:O({}).__ior__(5)); t(lambda:O({}).__ior__([(1,2)])); t(lambda:O(['abc'])); t(lambda:O([{1,2}])); t(lambda:O([([],1)])); t(lambda:O(self=1,other=2)); t(lambda:O.__doc__); t(lambda:O.update.__name__)
t(lambda:O().__init__([(1,2)],b=1)); t(lambda:S({'a':1},a=2)); t(lambda:O(x for x in [(1,2)])); t(lambda:O.update(O(),[(1,2)],c=3))
