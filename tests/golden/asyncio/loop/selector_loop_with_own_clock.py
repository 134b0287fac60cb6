# A subclass of SelectorEventLoop that overrides time() and _run_once() has every timer by its own clock.
import asyncio

class FastForward(asyncio.SelectorEventLoop):
  _shift = 0.0
  rounds = 0
  def time(self):
    return super().time() + self._shift
  def _run_once(self):
    self.rounds += 1
    if not self._ready and self._scheduled:
      self._shift += max(0.0, self._scheduled[0]._when - self.time())
    super()._run_once()

async def main():
  loop = asyncio.get_running_loop()
  start = loop.time()
  async def nap(n):
    await asyncio.sleep(n)
    print("slept", n)
  await asyncio.gather(nap(500), nap(100), nap(300))
  elapsed = loop.time() - start
  print(499 < elapsed < 520)
  loop.call_soon(print, "soon")
  await asyncio.sleep(0)
  print(loop.rounds > 3)

loop = FastForward()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
