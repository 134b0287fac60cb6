# What may be awaited, and the errors of __await__.
import types
class NotIter:
  def __await__(self): return 5
class Coro:
  async def go(self): return 1
  def __await__(self):
    self.made = self.go()
    return self.made
class Good:
  def __await__(self): return iter(["x", "y"])
@types.coroutine
def gen(): return (yield "from a generator")
async def run(x): return await x
def drive(x):
  c = run(x)
  out = []
  try:
    while True: out.append(c.send(None))
  except StopIteration as s: return out, s.value
  except Exception as e: return type(e).__name__, str(e)
for x in (Good(), gen(), NotIter(), coro := Coro(), 5, "s", (i for i in [])): print(drive(x))
coro.made.close()
