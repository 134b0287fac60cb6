# Wrong arguments of asyncio.wait.
import asyncio
async def c(): pass
async def main():
  co = c()
  for args, kw in (([[]], {}), ([[co]], {}), ([co], {}), ([[asyncio.create_task(c())]], {"return_when": "sometime"})):
    try:
      await asyncio.wait(*args, **kw)
    except (TypeError, ValueError) as e:
      print(type(e).__name__, e)
  co.close()
asyncio.run(main())
