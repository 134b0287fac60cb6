# TimerHandle: when(), order, equality, hash, repr.
import asyncio
loop = asyncio.new_event_loop()
def cb(*a): pass
def other(): pass
def timer(when, callback=cb, args=()): return asyncio.TimerHandle(when, callback, args, loop)
a, b, c = timer(1), timer(2), timer(1)
print(a.when(), b.when(), timer(1.5).when())
print(a < b, a > b, a <= c, a >= c, a == c, a != c, a == b)
print(a == timer(1, other), a == timer(1, cb, (1,)))
print(hash(a) == hash(c), hash(timer(7)) == hash(7))
print(repr(timer(12.25, cb, ("x",))).replace(__file__, "FILE"))
print(a == 5, a.__lt__(5), a.__eq__("x"))
try: a < 5
except TypeError as e: print(e)
c.cancel()
print(a == c, c.cancelled(), repr(c))
print([t.when() for t in sorted([timer(3), timer(1), timer(2)])])
print(timer(1)._scheduled)
real = loop.call_later(100, cb)
print(real._scheduled, isinstance(real, asyncio.Handle))
real.cancel()
loop.close()
