# Barrier: parties, order of leaving, abort, reset, reuse.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def shown(o): return no_address(repr(o))
async def main():
  b = asyncio.Barrier(3)
  print(shown(b), b.parties, b.n_waiting, b.broken)
  async def party(n):
    i = await b.wait()
    return n, i
  ts = [asyncio.create_task(party(n)) for n in range(2)]
  await asyncio.sleep(0)
  print(b.n_waiting, shown(b))
  print(sorted(await asyncio.gather(*ts, party(2))))
  ts = [asyncio.create_task(party(n)) for n in range(2)]
  await asyncio.sleep(0)
  await b.abort()
  print([type(r).__name__ + ": " + str(r) for r in await asyncio.gather(*ts, return_exceptions=True)], b.broken)
  try: await b.wait()
  except asyncio.BrokenBarrierError as e: print(e)
  await b.reset()
  print(b.broken, shown(b))
  ts = [asyncio.create_task(party(n)) for n in range(2)]
  await asyncio.sleep(0)
  await b.reset()
  print([type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)], b.broken)
  ts = [asyncio.create_task(party(n)) for n in range(2)]
  await asyncio.sleep(0)
  ts[0].cancel()
  await asyncio.sleep(0)
  print(b.n_waiting, b.broken)
  print(sorted((await asyncio.gather(ts[1], party(5), party(6)))))
  async def block(n):
    async with b as position:
      return position
  print(sorted(await asyncio.gather(*(block(n) for n in range(3)))))
  try: asyncio.Barrier(0)
  except ValueError as e: print(e)
asyncio.run(main())
