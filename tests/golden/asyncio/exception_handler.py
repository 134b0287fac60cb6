# Exceptions of callbacks go to the loop's exception handler; the loop goes on.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  def handler(loop, context):
    print("handler:", context["message"].split("<")[0].split("at 0x")[0].split("(")[0].strip(), repr(context.get("exception")))
  loop.set_exception_handler(handler)
  print(loop.get_exception_handler() is handler)
  loop.call_soon(lambda: 1 / 0)
  loop.call_soon(print, "the next callback runs")
  await asyncio.sleep(0)
  loop.call_exception_handler({"message": "by hand"})
  loop.set_exception_handler(None)
  print(loop.get_exception_handler())
  try: loop.set_exception_handler(5)
  except TypeError as e: print(e)
asyncio.run(main())
