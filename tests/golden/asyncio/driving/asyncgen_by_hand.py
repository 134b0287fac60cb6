# Asynchronous generators driven by hand: asend, athrow, aclose, and what they refuse.
import types
@types.coroutine
def trap(v): return (yield v)
async def gen():
  try:
    x = yield 1
    print("sent", x)
    y = await trap("suspended")
    print("trap gave", y)
    yield 2
  except ValueError as e:
    print("caught", e)
    yield "after error"
  finally: print("cleanup")
def step(awaitable, *sent):
  try:
    r = awaitable.send(None)
    for s in sent: r = awaitable.send(s)
    return ("suspended", r)
  except StopIteration as e: return ("value", e.value)
  except BaseException as e: return (type(e).__name__, str(e))
g = gen()
print(step(g.asend(5)))
print(step(g.asend(None)))
print(step(g.asend("hello"), "trap value"))
print(step(g.athrow(ValueError("v"))))
print(step(g.aclose()))
print(step(g.asend(None)), step(g.aclose()))
h = gen()
print(step(h.__anext__()))
a = h.asend("x")
print(a.send(None))
print(step(h.__anext__()))
a.close()
i = gen()
n = i.__anext__()
print(step(n))
try: n.send(None)
except RuntimeError as e: print(e)
print(i.ag_running, i.ag_frame is not None, i.ag_code.co_name, i.__name__)
