# Following cr_await from a task's coroutine shows every level down to the primitive that it waits in, and looking changes nothing.
import asyncio
import inspect


def levels(coroutine):
  names = []
  while inspect.iscoroutine(coroutine):
    names.append(coroutine.__qualname__.split(".<locals>.")[-1])
    coroutine = coroutine.cr_await
  return " > ".join(names)


async def main():
  lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(0), asyncio.Event()
  full, empty = asyncio.Queue(1), asyncio.Queue()
  await lock.acquire()
  full.put_nowait("first")

  async def take_lock():
    async with lock:
      return "locked"

  async def take_semaphore():
    return await semaphore.acquire()

  async def put():
    await full.put("second")
    return full.qsize()

  async def get():
    return await empty.get()

  async def wait():
    return await event.wait()

  async def sleep():
    return await asyncio.sleep(0.01, "slept")

  async def turn():
    for _ in range(4):
      await asyncio.sleep(0)
    return "turned"

  tasks = [asyncio.create_task(f(), name=f.__name__) for f in (take_lock, take_semaphore, put, get, wait, sleep, turn)]
  for _ in range(2):
    await asyncio.sleep(0)
    for task in tasks:
      print(task.get_name(), "in", levels(task.get_coro()))
  operation = tasks[3].get_coro().cr_await
  print(inspect.getcoroutinestate(operation), operation.cr_frame.f_locals["self"] is empty, operation.cr_code.co_name)
  lock.release()
  semaphore.release()
  print(full.get_nowait())
  empty.put_nowait("got")
  event.set()
  print(await asyncio.gather(*tasks))
  print(inspect.getcoroutinestate(operation), operation.cr_await, lock.locked(), len(empty._getters))

  # What was looked at is cancelled as before.
  event.clear()
  for f in (get, wait, sleep):
    task = asyncio.create_task(f())
    await asyncio.sleep(0)
    levels(task.get_coro())
    task.cancel(f.__name__)
    try:
      await task
    except asyncio.CancelledError as error:
      print("cancelled:", error, len(empty._getters), len(event._waiters))

  async def serve(reader, writer):
    print(await reader.read(100))
    print(await reader.readexactly(6))
    writer.close()

  server = await asyncio.start_server(serve, "127.0.0.1", 0)
  reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
  for part in (b"", b"some", b"exa", b"ctly"):
    writer.write(part)
    await asyncio.sleep(0.02)
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
      print(levels(task.get_coro()))
  writer.close()
  server.close()


asyncio.run(main())
