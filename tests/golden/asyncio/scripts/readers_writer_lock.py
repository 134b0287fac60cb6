# A readers-writer lock built on Condition.
import asyncio
class RW:
  def __init__(self): self.cond, self.readers, self.writing = asyncio.Condition(), 0, False
  async def read(self, log, n):
    async with self.cond:
      await self.cond.wait_for(lambda: not self.writing); self.readers += 1
    log.append(f"r{n}+{self.readers}"); await asyncio.sleep(0)
    async with self.cond:
      self.readers -= 1; self.cond.notify_all()
  async def write(self, log, n):
    async with self.cond:
      await self.cond.wait_for(lambda: not self.writing and not self.readers); self.writing = True
    log.append(f"w{n}"); await asyncio.sleep(0)
    async with self.cond:
      self.writing = False; self.cond.notify_all()
async def main():
  rw, log = RW(), []
  await asyncio.gather(rw.read(log, 1), rw.read(log, 2), rw.write(log, 1), rw.read(log, 3), rw.write(log, 2), rw.read(log, 4))
  print(*log)
asyncio.run(main())
