# What may stand behind await, and what CPython says of the rest.
import types
class Gen:
  def __await__(self):
    x = yield "from __await__"
    return x
class Iter:
  def __await__(self): return iter(["a", "b"])
class BadType:
  def __await__(self): return 5
class Coro:
  def __await__(self):
    async def other(): pass
    c = other(); c.close()
    return c
class NotCallable: __await__ = 5
async def use(x): return await x
def drive(coro, *sent):
  out = []
  try:
    out.append(coro.send(None))
    for s in sent: out.append(coro.send(s))
  except StopIteration as e: out.append(("returned", e.value))
  except Exception as e: out.append((type(e).__name__, str(e)))
  return out
print(drive(use(Gen()), "sent"))
print(drive(use(Iter()), None, None))
print(drive(use(BadType())))
print(drive(use(Coro())))
print(drive(use(NotCallable())))
print(drive(use(5)))
print(drive(use((x for x in ()))))
@types.coroutine
def ok(): return (yield 1)
print(drive(use(ok()), "v"))
def plain(): yield 1
print(drive(use(plain())))
c = ok()
print(drive(use(use(use(c))), "deep"))
