# A curio-like kernel: traps are yielded tuples, tasks are coroutines in a deque.
import types, heapq
from collections import deque
@types.coroutine
def trap(*request): return (yield request)
async def sleep(n): await trap("sleep", n)
async def spawn(coro): return await trap("spawn", coro)
async def join(task): return await trap("join", task)
async def clock(): return await trap("clock")
class Task:
  def __init__(self, coro): self.coro, self.done, self.result, self.waiters, self.error = coro, False, None, [], None
class Kernel:
  def __init__(self): self.ready, self.sleeping, self.now, self.seq = deque(), [], 0, 0
  def run(self, coro):
    main = self.spawn(coro)
    while self.ready or self.sleeping:
      if not self.ready:
        self.now, _, task = heapq.heappop(self.sleeping)
        self.ready.append((task, None))
      task, value = self.ready.popleft()
      try: request = task.coro.throw(value) if isinstance(value, Exception) else task.coro.send(value)
      except StopIteration as e: self.finish(task, e.value)
      except Exception as e: self.finish(task, e)
      else: getattr(self, "do_" + request[0])(task, *request[1:])
    if isinstance(main.result, Exception): raise main.result
    return main.result
  def spawn(self, coro):
    task = Task(coro); self.ready.append((task, None)); return task
  def finish(self, task, result):
    task.done, task.result = True, result
    for w in task.waiters: self.ready.append((w, result))
  def do_sleep(self, task, n): self.seq += 1; heapq.heappush(self.sleeping, (self.now + n, self.seq, task))
  def do_spawn(self, task, coro): self.ready.append((task, self.spawn(coro)))
  def do_join(self, task, other): self.ready.append((task, other.result)) if other.done else other.waiters.append(task)
  def do_clock(self, task): self.ready.append((task, self.now))
async def worker(name, n):
  for i in range(3):
    await sleep(n)
    print(await clock(), name, i)
  return name
async def broken(): await sleep(1); raise ValueError("broken worker")
async def main():
  a, b = await spawn(worker("a", 2)), await spawn(worker("b", 3))
  print(await join(a), await join(b))
  try: await join(await spawn(broken()))
  except ValueError as e: print(e)
  return "main result"
print(Kernel().run(main()))
