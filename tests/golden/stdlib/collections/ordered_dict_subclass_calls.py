from collections import OrderedDict
class L(OrderedDict):
    def __setitem__(self,k,v):
        super().__setitem__(k,v); self.move_to_end(k); print('set',k,v)
    def __delitem__(self,k): print('del',k); super().__delitem__(k)
    def __getitem__(self,k): print('get',k); return super().__getitem__(k)
    def __missing__(self,k): return 'miss'
d=L(a=1,b=2); d.update(a=5); d.update([('c',1)]); d|={'z':1}; d=d|{'q':1}
print(d); d.pop('a'); d.setdefault('n',2); d.setdefault('n',3); print(d.pop('zz',1))
try: print(d.pop('zz'))
except KeyError as e: print(e)
d.popitem(); print(d.copy()); print(L.fromkeys('ab',1)); print(d['nope'])
import copy,pickle
print(copy.copy(d)); print(pickle.loads(pickle.dumps(d)))
d.clear(); print(d, {'x':1}|d, d=={})
