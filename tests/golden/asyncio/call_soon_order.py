# call_soon callbacks run in order, one loop turn at a time.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  def again(n):
    print("again", n)
    if n: loop.call_soon(again, n - 1)
  loop.call_soon(again, 2)
  loop.call_soon(print, "second", 1, 2)
  h = loop.call_soon(print, "never")
  h.cancel()
  print(h.cancelled())
  for i in range(4):
    await asyncio.sleep(0)
    print("main turn", i)
asyncio.run(main())
