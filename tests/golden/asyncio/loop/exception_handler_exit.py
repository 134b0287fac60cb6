# SystemExit and KeyboardInterrupt raised by an exception handler pass through.
import asyncio
loop = asyncio.new_event_loop()
def handler(loop, context): raise SystemExit(context["message"])
loop.set_exception_handler(handler)
try: loop.call_exception_handler({"message": "out"})
except SystemExit as e: print("SystemExit", e)
class Own(asyncio.SelectorEventLoop):
  def default_exception_handler(self, context): print("default", context["message"].replace(__file__, "FILE"))
own = Own()
own.call_exception_handler({"message": "mine"})
own.set_exception_handler(lambda l, c: l.default_exception_handler(c))
own.call_soon(lambda: 1 / 0)
own.call_soon(own.stop)
own.run_forever()
loop.close(); own.close()
