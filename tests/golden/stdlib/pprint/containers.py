# The layout of collections, dataclasses and namespaces; format() overridden.
import collections
import dataclasses
import types
from pprint import PrettyPrinter, pprint

pprint(collections.OrderedDict((i, "x" * i) for i in range(12)))
pprint(collections.Counter({letter * 10: i for i, letter in enumerate("abcdef")}))
pprint(collections.defaultdict(list, {i: [i] * 8 for i in range(6)}))
pprint(collections.deque(range(40), maxlen=50))
pprint(collections.ChainMap({"a": list(range(12))}, {"b": list(range(20))}))
pprint(collections.UserList(range(40)))
pprint(types.SimpleNamespace(alpha=list(range(20)), beta="z" * 40))
pprint(types.MappingProxyType({i: "q" * 20 for i in range(4)}))
pprint(frozenset(range(30)))
pprint(bytearray(b"abc" * 40))


@dataclasses.dataclass
class Point:
  x: int
  tags: list
  hidden: str = dataclasses.field(default="h", repr=False)


pprint(Point(1, [Point(i, ["t" * 20]) for i in range(3)]))


class Hex(PrettyPrinter):
  def format(self, obj, context, maxlevels, level):
    if isinstance(obj, int):
      return hex(obj), True, False
    return super().format(obj, context, maxlevels, level)


Hex().pprint({10: [20, 30]})
