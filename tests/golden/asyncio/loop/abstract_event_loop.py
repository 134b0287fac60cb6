# AbstractEventLoop: every method raises NotImplementedError until it is defined.
import asyncio, inspect
loop = asyncio.AbstractEventLoop()
for name in ("run_forever", "stop", "is_running", "time", "call_soon", "create_future", "get_debug", "add_reader"):
  try:
    getattr(loop, name)(*[None] * (len(inspect.signature(getattr(asyncio.AbstractEventLoop, name)).parameters) - 1) if name != "call_soon" else [print])
  except NotImplementedError as e:
    print(name, "NotImplementedError", e.args)
for name in ("shutdown_asyncgens", "getaddrinfo", "sock_recv", "create_server"):
  print(name, inspect.iscoroutinefunction(getattr(asyncio.AbstractEventLoop, name)))
coro = loop.shutdown_asyncgens()
try:
  coro.send(None)
except NotImplementedError:
  print("only when awaited")
print(asyncio.AbstractEventLoop.run_forever.__qualname__)
print(issubclass(asyncio.BaseEventLoop, asyncio.AbstractEventLoop), issubclass(asyncio.SelectorEventLoop, asyncio.BaseEventLoop))
