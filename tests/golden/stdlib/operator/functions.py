# The operator module.
import operator as o
from operator import itemgetter, attrgetter, methodcaller
print(o.add(1, 2), o.mul("a", 3), o.truediv(1, 2), o.neg(5), o.not_(0), o.contains([1], 1), o.getitem([5], 0), o.lt(1, 2), o.and_(6, 3), o.concat("a", "b"), o.index(5), o.is_(None, None), o.truth([]), o.floordiv(7, 2), o.matmul.__name__)
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), attrgetter("real")(5), attrgetter("__class__.__name__")(5), methodcaller("upper")("a"), methodcaller("split", ",", 1)("a,b,c"), sorted([(1, "b"), (0, "z")], key=itemgetter(1)))
l = [1]; o.iadd(l, [2]); o.setitem(l, 0, 9); o.delitem(l, 1); print(l)
