# Ordinary use, mistakes and corners of pprint: pprint, pp, pprint, format.
import pprint, collections, dataclasses, types, io

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

data = {'name': 'x' * 30, 'items': list(range(40)), 'nested': {'a': ('t', {'k': [1, 2, {'deep': None}]}), 'b': {3, 1, 2}}, 'text': 'word ' * 30, 'bytes': bytes(range(60))}
pprint.pprint(data)
pprint.pp(data, width=40, compact=True)
pprint.pprint(data, indent=4, depth=2, sort_dicts=False)
print(pprint.pformat([1, [2, [3, [4]]]], depth=2), pprint.pformat('a' * 10), pprint.pformat({}), pprint.pformat([[]] * 3, width=5), pprint.pformat((1,)), pprint.pformat(set()), pprint.pformat(frozenset({1})))
pp = pprint.PrettyPrinter(width=30, stream=(s := io.StringIO()))
print(pp.pprint(data['nested']), s.getvalue())
print(pp.format([1, 'a'], {}, 0, 0), pp.isrecursive([1]), pp.isreadable([1]), pp.isreadable(object()), pprint.isreadable(data), pprint.saferepr({'b': 1, 'a': 2}))
r = [1]; r.append(r)
print(pp.isrecursive(r), pp.isreadable(r), pprint.isrecursive(r), 'Recursion on list' in pprint.pformat(r))
print(pprint.pformat(collections.OrderedDict((c, i) for i, c in enumerate('abcdefghijklmnop'))), pprint.pformat(collections.Counter('mississippi' * 10), width=20), pprint.pformat(collections.deque(range(30), 40), width=30))
print(pprint.pformat(collections.defaultdict(list, {c * 20: [1] for c in 'abcd'})), pprint.pformat(collections.ChainMap({'a' * 40: 1}, {'b' * 40: 2})), pprint.pformat(collections.UserDict({'a' * 50: 1, 'b' * 50: 2})))
@dataclasses.dataclass
class Pt:
    x: int
    label: str = 'l' * 50
    kids: list = dataclasses.field(default_factory=lambda: ['k' * 30] * 2)
    hidden: int = dataclasses.field(default=0, repr=False)
pprint.pprint(Pt(1)); pprint.pprint([Pt(2, 'b', [])])
pprint.pprint(types.SimpleNamespace(a='q' * 50, b='r' * 50)); pprint.pprint(types.MappingProxyType({'m' * 40: 1, 'n' * 40: 2}))
print(pprint.pformat(1234567, underscore_numbers=True), pprint.pformat([10 ** 6, -10 ** 9], underscore_numbers=True))
print(pprint.pformat({2: 1, 'a': 2, None: 3, (1,): 4}), pprint.pformat({'z': 1, 'a': 2}, sort_dicts=False), pprint.pformat({1j: 1, 'x': 2, 3: 3}))
print(pprint.pformat('line one\nline two is longer\n\nlast', width=20), pprint.pformat(['long text here ' * 6], width=30), pprint.pformat(bytearray(b'x' * 100), width=40))
class P2(pprint.PrettyPrinter):
    def format(self, o, ctx, maxl, lvl):
        return (f'<{o}>', True, False) if isinstance(o, int) else super().format(o, ctx, maxl, lvl)
P2().pprint([1, {'a': 2}])
err(pprint.PrettyPrinter, indent=-1)
err(pprint.PrettyPrinter, depth=0)
err(pprint.PrettyPrinter, width=0)
err(pprint.PrettyPrinter, bogus=1)
err(pprint.PrettyPrinter, 'x')
err(pprint.pprint, [1], 5)
err(pprint.pprint)
err(pprint.pformat, [1], 1, 2, 3, 4, 5)
err(pprint.pp)
class BadRepr:
    def __repr__(self): raise ValueError('bad repr')
err(pprint.pformat, [BadRepr()])
NT = collections.namedtuple('NT', 'first second'); pprint.pprint([NT('a' * 40, 'b' * 40)])
pprint.pprint([['a', 'b'] * 8, ('c',) * 30], width=50)
