# sleep(0) lets every other ready task run once.
import asyncio
async def spin(name, n):
  for i in range(n):
    print(name + str(i), end=" ")
    await asyncio.sleep(0)
async def main():
  t = [asyncio.create_task(spin(x, n)) for x, n in (("a", 3), ("b", 1), ("c", 4))]
  print("created", end=" ")
  for x in t:
    await x
  print()
asyncio.run(main())
