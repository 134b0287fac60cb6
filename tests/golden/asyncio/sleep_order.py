# Sleepers wake in the order of their deadlines; equal turns keep the order of creation.
import asyncio
async def s(name, d):
  r = await asyncio.sleep(d, name.upper())
  print(name, r)
async def main():
  await asyncio.gather(s("c", 0.03), s("a", 0.01), s("b", 0.02), s("zero1", 0), s("zero2", 0), s("neg", -1))
asyncio.run(main())
