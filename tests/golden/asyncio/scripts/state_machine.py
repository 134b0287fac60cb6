# A connection state machine driven by events, timeouts and cancellation.
import asyncio
class Connection:
  def __init__(self): self.state, self.log, self.changed = "closed", [], asyncio.Condition()
  async def to(self, state):
    async with self.changed:
      self.log.append(f"{self.state}->{state}"); self.state = state
      self.changed.notify_all()
  async def wait(self, state):
    async with self.changed: await self.changed.wait_for(lambda: self.state == state)
async def driver(c):
  for s in ("connecting", "open", "closing", "closed"):
    await c.to(s); await asyncio.sleep(0)
async def main():
  c = Connection()
  seen = []
  async def watch(s): await c.wait(s); seen.append(s)
  ws = [asyncio.create_task(watch(s)) for s in ("open", "closing", "never")]
  await driver(c)
  done, pending = await asyncio.wait(ws, timeout=0.001)
  print(c.log, seen, len(done), len(pending))
  for p in pending: p.cancel()
  print(await asyncio.gather(*pending, return_exceptions=True), c.changed.locked())
asyncio.run(main())
