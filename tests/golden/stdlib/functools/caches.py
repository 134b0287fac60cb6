# lru_cache, cache, cached_property.
from functools import lru_cache, cache, cached_property
@lru_cache(maxsize=2)
def f(x): print("compute", x); return x * 2
print(f(1), f(1), f(2), f(3), f(1))
print(f.cache_info()); f.cache_clear(); print(f.cache_info(), f.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100))
class C:
  @cached_property
  def v(self): print("once"); return 5
c = C(); print(c.v, c.v, c.__dict__); del c.v; print(c.v)
try: f([])
except TypeError as e: print(e)
