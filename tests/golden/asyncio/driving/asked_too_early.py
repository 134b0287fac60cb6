# A coroutine that is asked to go on before its future is done hands the future out again, or raises when nobody took it, and has left the queue then.
import asyncio


async def get(queue):
  return await queue.get()


async def main():
  queue = asyncio.Queue()
  coroutine = get(queue)
  future = coroutine.send(None)
  for _ in range(2):
    future._asyncio_future_blocking = False
    print(coroutine.send(None) is future, len(queue._getters))
  queue.put_nowait("item")
  try:
    coroutine.send(None)
  except StopIteration as stop:
    print(stop.value)

  for primitive in (queue.get, asyncio.Event().wait, asyncio.Semaphore(0).acquire):
    coroutine = primitive()
    coroutine.send(None)
    try:
      coroutine.send(None)
    except RuntimeError as error:
      print(error)
  print(len(queue._getters))


asyncio.run(main())
