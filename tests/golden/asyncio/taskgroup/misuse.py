# What a TaskGroup refuses.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
async def nothing(): pass
def shown(e): return no_address(str(e))
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
