# Turn by turn: asynchronous generators and comprehensions do not add turns.
import asyncio
log = []
async def ticker():
  while True:
    log.append("|")
    await asyncio.sleep(0)
async def agen(n, pause):
  for i in range(n):
    if pause: await asyncio.sleep(0)
    yield i
async def main():
  t = asyncio.create_task(ticker())
  async for x in agen(3, False): log.append(str(x))
  log.append("#")
  async for x in agen(2, True): log.append(str(x))
  log.append("#")
  log.append(str([x async for x in agen(2, True)])); log.append(str({x: y async for x in agen(1, True) async for y in agen(2, True)}))
  g = agen(5, True)
  log.append(str(await anext(g))); log.append(str(await anext(g)))
  await g.aclose(); log.append("closed")
  log.append(str(await anext(g, "default")))
  t.cancel()
  print(" ".join(log))
asyncio.run(main())
