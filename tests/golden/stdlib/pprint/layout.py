# How nested data is laid out: width, indent, depth, compact, order of keys.
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr

data = {"name": "x" * 30, "numbers": list(range(25)), "nested": {"b": [{"i": i, "text": "y" * i} for i in range(4)], "a": (1,)}, 5: None}
pprint(data)
pprint(data, width=40)
pprint(data, indent=4, compact=True)
pprint(data, depth=2)
pp({"b": 1, "a": 2})
pprint({"b": 1, "a": 2, 3: {2, 1}})
pprint("the quick brown fox jumps over the lazy dog " * 3)
pprint(["a b c " * 20, b"abc" * 30], width=50)
print(pformat([10**9, 12345], underscore_numbers=True))
loop = [1]
loop.append(loop)
print(saferepr(loop).replace(str(id(loop)), "ID"), isrecursive(loop), isreadable(loop), isreadable([1, "a"]))
print(PrettyPrinter(width=20).pformat(list(range(8))))
for options in ({"indent": -1}, {"depth": 0}, {"width": 0}):
  try:
    PrettyPrinter(**options)
  except ValueError as error:
    print(error)
