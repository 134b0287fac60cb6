# Functions of operators.
import operator as op

print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.gt("b", "a"), op.ge(1, 2), op.not_(0), op.truth([0]), op.is_(None, None), op.is_not(1, None))
print(op.add(1, 2), op.sub(5, 3), op.mul("ab", 2), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 4), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-4), op.inv(5), op.invert(0), op.index(True))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"))
items = [1, 2, 3]
op.setitem(items, 0, 9)
op.delitem(items, 1)
print(items, op.getitem(items, -1), op.length_hint(iter(items)), op.length_hint(5, 7), op.iadd(items, [4]) is items, op.imul(3, 4), op.ior({1}, {2}), op.iconcat([1], [2]))
rows = [{"a": 1, "b": [5, 6]}, {"a": 0, "b": [3, 4]}]
print(op.itemgetter("a")(rows[0]), op.itemgetter("a", "b")(rows[1]), sorted(rows, key=op.itemgetter("a"))[0]["b"], op.itemgetter(slice(1, None))("abc"))
print(op.attrgetter("real", "imag")(3 + 4j), op.attrgetter("__class__.__name__")(5), op.methodcaller("replace", "a", "b", 1)("aaa"), op.methodcaller("split", sep=",")("a,b"))
print(op.itemgetter(1), op.itemgetter("a", 2), op.attrgetter("a.b"), op.methodcaller("m", 1, k=2), op.call(max, 3, 5))
for call, arguments in ((op.add, (1, "a")), (op.itemgetter, ()), (op.attrgetter, (5,)), (op.methodcaller, ()), (op.methodcaller, (5,)), (op.indexOf, ("abc", "z")), (op.concat, (1, 2)),
                        (op.itemgetter(5), ("abc",)), (op.attrgetter("a"), (5,)), (op.length_hint, (5, "a")), (op.index, (1.5,))):
  try:
    print(call(*arguments))
  except (TypeError, ValueError, IndexError, AttributeError) as error:
    print(type(error).__name__, error)
