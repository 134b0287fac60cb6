# A task group waits for its tasks, also for those that tasks add.
import asyncio
async def job(n):
  for _ in range(n):
    await asyncio.sleep(0)
  print("done", n)
  return n * n
async def main():
  async with asyncio.TaskGroup() as tg:
    ts = [tg.create_task(job(n), name=f"n{n}") for n in (3, 1, 2)]
    async def adder():
      await asyncio.sleep(0)
      tg.create_task(job(5))
    tg.create_task(adder())
    print("body ends")
  print([(t.get_name(), t.result()) for t in ts])
  try:
    c = job(0)
    tg.create_task(c)
  except RuntimeError as e:
    print(str(e).split(">")[-1].strip())
  c.close()
asyncio.run(main())
