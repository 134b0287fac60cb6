# Barrier releases everybody when the last one arrives; abort and reset break it.
import asyncio
async def p(n, b):
  print("arrive", n)
  try:
    i = await b.wait()
    print("pass", n, i)
  except asyncio.BrokenBarrierError as e:
    print("broken", n)
async def main():
  b = asyncio.Barrier(3)
  await asyncio.gather(*(p(n, b) for n in range(3)))
  print(b.parties, b.n_waiting, b.broken)
  t = asyncio.create_task(p("a", b))
  await asyncio.sleep(0)
  print(b.n_waiting)
  await b.abort()
  await t
  print(b.broken)
  await b.reset()
  print(b.broken)
  async def ctx(n):
    async with b as i:
      print("inside", n, i)
  await asyncio.gather(ctx(0), ctx(1), ctx(2))
  try: asyncio.Barrier(0)
  except ValueError as e: print(e)
asyncio.run(main())
