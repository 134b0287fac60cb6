# Ordinary use, mistakes and corners of pprint: pp, isreadable, pformat, PrettyPrinter.
import pprint, collections

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

config = {'server': {'host': 'localhost', 'ports': [8000, 8001, 8002], 'options': {'debug': True, 'workers': 4, 'tags': ('a', 'b')}}, 'users': ['alice', 'bob'] * 6}
pprint.pp(config); pprint.pp(config, width=30, indent=2); pprint.pp({'z': 1, 'a': 2}); pprint.pp({'z': 1, 'a': 2}, sort_dicts=True)
print(pprint.pformat(config, width=200), pprint.pformat(config, depth=1), pprint.pformat(config['users'], compact=True, width=40), sep='\n')
p = pprint.PrettyPrinter(indent=3, width=40, depth=3)
p.pprint(config); print(p.pformat([1, [2, [3, [4]]]]), p.isreadable(config), p.isrecursive(config), p.isreadable([1, [2, [3, [4]]]]))
loop = {}; loop['me'] = loop; print(p.isreadable(loop), p.isrecursive(loop), pprint.isreadable(5), pprint.isreadable({1: object}), pprint.isrecursive([]))
print(pprint.pformat('short'), pprint.pformat('a long string with several words ' * 4, width=40), pprint.pformat(b'bytes ' * 20, width=40), pprint.pformat(('one',)), pprint.pformat({'s': 'x ' * 50}, width=30), sep='\n')
for v in ([], {}, (), set(), frozenset(), '', 0, None, [[]], [()], {'a': {}}, range(3), {1, 'a'} if 0 else {2, 1}, {(1, 2): [3]}, collections.deque([1]), collections.Counter('aab'), collections.OrderedDict(a=1), collections.defaultdict(int, a=1), 1e100, 10 ** 50, -5, True, [None] * 3): print(pprint.pformat(v, width=20))
err(pprint.PrettyPrinter, indent=-2); err(pprint.PrettyPrinter, depth=-1); err(pprint.PrettyPrinter, width=-3); err(pprint.PrettyPrinter, indent='x'); err(pprint.pformat); err(pprint.pp); err(pprint.pp, 1, 2, 3); err(pprint.pprint, [1], stream=5); err(pprint.pformat, [1], bogus=2); err(p.pformat); err(p.isreadable); err(pprint.pp, {}, nope=1)
class Obj:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'Obj(\n  {self.v})'
pprint.pp([Obj(1), Obj(2)], width=10); pprint.pp({Obj(1): 1}, width=5)
class MyList(list): pass
class MyDict(dict):
    def __repr__(self): return 'custom'
pprint.pp(MyList(range(30)), width=30); pprint.pp(MyDict({'a' * 30: 1, 'b' * 30: 2}), width=30); pprint.pp([MyDict(a=1)])
