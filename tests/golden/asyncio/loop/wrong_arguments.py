# Methods of the loop and of its handles are functions of the language for programs: names, keywords, what is wrong with a call; also before their module is loaded.
import asyncio, inspect

def attempt(function, *args, **keywords):
  try:
    return function(*args, **keywords)
  except TypeError as e:
    print(e)

async def main():
  loop = asyncio.get_running_loop()
  for name in ("call_soon", "call_later", "call_at", "call_soon_threadsafe", "create_task", "set_task_factory", "set_debug", "add_reader",
               "sock_recv", "sock_connect", "create_server", "create_unix_server", "getaddrinfo", "subprocess_exec", "connect_read_pipe"):
    method = getattr(loop, name)
    print(name, inspect.iscoroutinefunction(method), asyncio.iscoroutinefunction(method))
    attempt(method)
    attempt(method, unknown=1)
  for name in ("time", "stop", "create_future", "get_debug", "set_exception_handler", "remove_reader", "sock_accept"):
    attempt(getattr(loop, name), 1, 2, 3)
  attempt(loop.call_later, 1, print, delay=2)
  log = []
  loop.call_soon(callback=lambda: log.append("soon"))
  loop.call_later(delay=0.001, callback=lambda: log.append("later"))
  loop.call_at(callback=lambda: log.append("at"), when=loop.time())
  loop.set_debug(enabled=False)
  task = loop.create_task(coro=asyncio.sleep(0.01))
  await task
  print(log)
  for function in asyncio.create_task, asyncio.current_task, asyncio.all_tasks:
    attempt(function, 1, 2)
    attempt(function, unknown=1)
  attempt(asyncio.create_task)
  for handle, method in (loop.call_soon(print), "cancel"), (loop.call_soon(print), "cancelled"), (loop.call_later(9, print), "when"):
    attempt(getattr(handle, method), 1)
    attempt(getattr(handle, method), unknown=1)
    handle.cancel()

asyncio.run(main())

for kind in asyncio.Future, asyncio.Task, asyncio.Handle, asyncio.TimerHandle:
  print(kind.__name__, inspect.signature(kind))
for no_loop in 5, "text", object():
  try:
    asyncio.StreamReader(loop=no_loop)
  except AttributeError as e:
    print(e)
