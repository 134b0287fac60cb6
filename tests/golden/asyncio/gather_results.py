# gather keeps argument order, accepts nothing, duplicates, futures and nested gathers.
import asyncio
async def job(n):
  for _ in range(n):
    await asyncio.sleep(0)
  print("end", n)
  return n
async def main():
  print(await asyncio.gather(job(3), job(1), job(2)))
  print(await asyncio.gather())
  c = job(0)
  print(await asyncio.gather(c, c))
  f = asyncio.get_running_loop().create_future()
  f.set_result("future")
  print(await asyncio.gather(f, asyncio.gather(job(1), job(0)), asyncio.create_task(job(2))))
asyncio.run(main())
