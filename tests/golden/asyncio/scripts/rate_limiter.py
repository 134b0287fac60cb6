# A token bucket on a clock of its own, and a semaphore that limits concurrency.
import asyncio
class Clock:
  def __init__(self): self.now, self.sleepers = 0, []
  async def sleep(self, n):
    f = asyncio.get_running_loop().create_future()
    self.sleepers.append((self.now + n, len(self.sleepers), f))
    await f
  def advance(self, n):
    self.now += n
    for s in sorted(self.sleepers, key=lambda s: s[:2]):
      if s[0] <= self.now and not s[2].done(): s[2].set_result(None)
class Limiter:
  def __init__(self, clock, rate): self.clock, self.rate, self.next = clock, rate, 0
  async def __aenter__(self):
    wait = max(0, self.next - self.clock.now)
    self.next = max(self.next, self.clock.now) + self.rate
    if wait: await self.clock.sleep(wait)
  async def __aexit__(self, *exc): pass
async def main():
  clock = Clock(); limiter = Limiter(clock, 2); sem = asyncio.Semaphore(2); active = peak = 0
  async def job(n):
    nonlocal active, peak
    async with limiter, sem:
      active += 1; peak = max(peak, active)
      print(f"{clock.now:2} job {n}")
      await clock.sleep(3)
      active -= 1
  ts = [asyncio.create_task(job(n)) for n in range(5)]
  while not all(t.done() for t in ts):
    for _ in range(4): await asyncio.sleep(0)
    clock.advance(1)
  print("peak", peak)
asyncio.run(main())
