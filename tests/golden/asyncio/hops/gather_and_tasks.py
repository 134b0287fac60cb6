# Turn by turn: which tasks run in which order when gather, tasks and futures are mixed.
import asyncio
log = []
async def step(name, n):
  for i in range(n):
    log.append(f"{name}{i}")
    await asyncio.sleep(0)
  return name
async def ticker():
  while True:
    log.append("|")
    await asyncio.sleep(0)
async def main():
  t = asyncio.create_task(ticker())
  await asyncio.gather(step("a", 2), step("b", 1), asyncio.create_task(step("c", 3)))
  log.append("gathered")
  task = asyncio.create_task(step("d", 1))
  await task
  log.append("d awaited")
  f = asyncio.get_running_loop().create_future()
  asyncio.get_running_loop().call_soon(f.set_result, None)
  await f
  log.append("future")
  await step("e", 2)
  t.cancel()
  print(" ".join(log))
asyncio.run(main())
