# A task that is given something that is no future says so.
import asyncio
class Bad:
  def __await__(self): yield 5
async def main():
  for x in (Bad(),):
    try: await x
    except RuntimeError as e: print(str(e).split(":")[0], str(e).split(":")[-1])
  class Bare:
    def __await__(self): return (yield)
  print(await Bare())
asyncio.run(main())
