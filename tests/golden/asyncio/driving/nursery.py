# A trio-like nursery with cancel scopes on hand-driven coroutines.
import types
from collections import deque
class Cancelled(BaseException): pass
@types.coroutine
def checkpoint(): return (yield)
class Nursery:
  def __init__(self): self.children, self.errors = [], []
  async def __aenter__(self): return self
  def start_soon(self, fn, *args): run.spawn(fn(*args), self)
  async def __aexit__(self, t, v, tb):
    if v: self.errors.append(v); self.cancel()
    while self.children: await checkpoint()
    real = [e for e in self.errors if not isinstance(e, Cancelled)]
    if real: raise ExceptionGroup("nursery", real)
    return True
  def cancel(self):
    for c in self.children: run.cancelled.add(c)
class Runner:
  def __init__(self): self.queue, self.owner, self.cancelled = deque(), {}, set()
  def spawn(self, coro, nursery):
    self.queue.append(coro); self.owner[coro] = nursery
    if nursery: nursery.children.append(coro)
  def run(self, coro):
    self.spawn(coro, None)
    while self.queue:
      c = self.queue.popleft(); n = self.owner[c]
      try:
        if c in self.cancelled: self.cancelled.discard(c); c.throw(Cancelled())
        else: c.send(None)
      except StopIteration: n and n.children.remove(c)
      except (Exception, Cancelled) as e:
        if not n: raise
        n.children.remove(c); n.errors.append(e); n.cancel()
      else: self.queue.append(c)
run = Runner()
async def count(name, n):
  try:
    for i in range(n): print(name, i); await checkpoint()
  except Cancelled: print(name, "cancelled"); raise
async def fail(): await checkpoint(); raise KeyError("child")
async def main():
  async with Nursery() as n: n.start_soon(count, "a", 2); n.start_soon(count, "b", 3)
  print("first nursery ended")
  try:
    async with Nursery() as n: n.start_soon(count, "c", 50); n.start_soon(fail)
  except* KeyError as eg: print(eg.exceptions)
run.run(main())
