# partial and reduce.
from functools import partial, reduce
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
print(p(3, y=4), p(x=5), p.func is f, p.args, p.keywords, partial(p, 9)(0))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2], 10), reduce(max, [3, 9, 2]), reduce(f, [], "init"))
try: reduce(f, [])
except TypeError as e: print(e)
