# Every in-place operator, on what changes and on what does not.
import operator

for name, left, right in (("iadd", [1], [2]), ("iadd", 1, 2), ("iand", {1, 2}, {2}), ("iconcat", [1], (2,)), ("ifloordiv", 7, 2), ("ilshift", 1, 3), ("imod", "%s!", "x"), ("imul", [1], 3), ("ior", {"a": 1}, {"b": 2}), ("ipow", 2, 5),
                          ("irshift", 16, 2), ("isub", {1, 2}, {1}), ("itruediv", 7, 2), ("ixor", {1, 2}, {2, 3}), ("imatmul", 1, 2), ("iadd", "a", 1), ("iconcat", 1, 2)):
  before = left
  try:
    result = getattr(operator, name)(left, right)
    print(name, result, result is before, getattr(operator, f"__{name}__") is getattr(operator, name))
  except TypeError as error:
    print(name, error)
print(operator.itemgetter(1, -1)("abc"), operator.itemgetter(slice(1))("abc"), operator.attrgetter("real", "imag")(5), operator.attrgetter("__class__.__name__")(5), operator.methodcaller("replace", "a", "b")("aa"),
      operator.methodcaller("split", sep=",")("a,b"), operator.itemgetter("k"), operator.attrgetter("a.b", "c"), operator.methodcaller("m", 1, x=2), operator.length_hint(iter([1, 2])), operator.length_hint(5, 7),
      operator.indexOf([1, 2, 3], 2), operator.countOf([1, 1, 2], 1), operator.concat([1], [2]), operator.truth([]), operator.not_([]), operator.is_(None, None), operator.is_not(1, None), operator.contains("abc", "b"), operator.inv(5),
      operator.invert(5), operator.pos(-1), operator.neg(1), operator.abs(-2), operator.index(True), operator.matmul.__name__, operator.call(len, "abc"), operator.lt(1, 2), operator.xor(5, 3), operator.pow(2, 3))
items = [1, 2, 3]
operator.setitem(items, 0, 9)
operator.delitem(items, slice(1, 2))
print(items, operator.getitem(items, -1))
for wrong in (lambda: operator.itemgetter(), lambda: operator.attrgetter(5), lambda: operator.methodcaller(), lambda: operator.indexOf([1], 2), lambda: operator.concat(1, 2), lambda: operator.length_hint(1, "x"), lambda: operator.index(1.5),
              lambda: operator.attrgetter("no.such")(5), lambda: operator.methodcaller(5), lambda: operator.matmul(1, 2)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
