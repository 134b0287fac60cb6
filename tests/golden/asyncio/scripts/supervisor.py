# A supervisor restarts failing children, with a limit.
import asyncio
class Supervisor:
  def __init__(self, limit): self.limit, self.failures = limit, []
  async def run(self, name, factory):
    for attempt in range(self.limit + 1):
      try: return await factory(attempt)
      except asyncio.CancelledError: print(name, "cancelled"); raise
      except Exception as e: self.failures.append((name, attempt, repr(e)))
    raise RuntimeError(f"{name} gave up")
async def flaky(attempt):
  await asyncio.sleep(0)
  if attempt < 2: raise OSError(attempt)
  return "ok"
async def hopeless(attempt): raise ValueError("always")
async def forever(attempt): await asyncio.sleep(1000)
async def main():
  s = Supervisor(3)
  try:
    async with asyncio.TaskGroup() as tg:
      a = tg.create_task(s.run("flaky", flaky)); tg.create_task(s.run("forever", forever)); 
      await a
      tg.create_task(s.run("hopeless", hopeless))
  except* RuntimeError as eg: print([str(e) for e in eg.exceptions])
  print(a.result(), *s.failures, sep="\n")
asyncio.run(main())
