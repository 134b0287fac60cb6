# While an exception handler is told of a callback, its exception counts as handled; what ends the program goes through the loop.
import asyncio, sys, traceback

def handler(loop, context):
  print(context["message"].split(" at ")[0].split("(")[0], "|", repr(sys.exc_info()[1]), sys.exc_info()[1] is context["exception"])
  print(traceback.format_exc(limit=-1).splitlines()[-1], [entry.name for entry in traceback.extract_tb(context["exception"].__traceback__)][1:])

def broken():
  raise LookupError("in a callback")

def failing_handler(loop, context):
  raise KeyError("in the handler")

def leaving_handler(loop, context):
  raise SystemExit("by the handler")

async def main():
  loop = asyncio.get_running_loop()
  loop.set_exception_handler(handler)
  loop.call_soon(broken)
  loop.call_later(0.001, int, "x")
  future = loop.create_future()
  future.add_done_callback(lambda future: {}[1])
  future.set_result(None)
  await asyncio.sleep(0.01)
  print(sys.exc_info())
  loop.set_exception_handler(failing_handler)
  loop.default_exception_handler = lambda context: print(context["message"], repr(context["exception"]), repr(context["exception"].__context__))
  loop.call_soon(broken)
  await asyncio.sleep(0)
  loop.set_exception_handler(leaving_handler)
  loop.call_soon(broken)
  await asyncio.sleep(0.01)
  print("not reached")

try:
  asyncio.run(main())
except SystemExit as e:
  print("SystemExit", e, repr(e.__context__))
