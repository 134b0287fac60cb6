# What a TaskGroup refuses.
import asyncio, re
async def nothing(): pass
def shown(e): return re.sub("0x[0-9a-f]+", "0x", str(e))
async def main():
  tg = asyncio.TaskGroup()
  c = nothing()
  try: tg.create_task(c)
  except RuntimeError as e: print(shown(e))
  c.close()
  async with tg:
    try: await tg.__aenter__()
    except RuntimeError as e: print(shown(e))
  c = nothing()
  try: tg.create_task(c)
  except RuntimeError as e: print(shown(e))
  c.close()
  try:
    async with tg: pass
  except RuntimeError as e: print(shown(e))
  async with asyncio.TaskGroup() as tg:
    async def late():
      await asyncio.sleep(0)
      tg.create_task(nothing())
      print("created while exiting")
    tg.create_task(late())
asyncio.run(main())
