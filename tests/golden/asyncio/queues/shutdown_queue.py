# Queue.shutdown of Python 3.13: output of 3.13.
import asyncio
async def main():
  q = asyncio.Queue(2)
  q.put_nowait(1); q.put_nowait(2)
  putter = asyncio.create_task(q.put(3))
  await asyncio.sleep(0)
  q.shutdown()
  try: await putter
  except asyncio.QueueShutDown as e: print("put", repr(e))
  try: q.put_nowait(4)
  except asyncio.QueueShutDown as e: print("put_nowait", repr(e))
  print(await q.get(), q.get_nowait())
  for call in (q.get, ):
    try: await call()
    except asyncio.QueueShutDown as e: print("get", repr(e))
  try: q.get_nowait()
  except asyncio.QueueShutDown as e: print("get_nowait", repr(e))
  q.task_done(); q.task_done()
  await q.join()
  q = asyncio.Queue()
  for i in range(3): q.put_nowait(i)
  getter = asyncio.create_task(asyncio.Queue.join(q))
  await asyncio.sleep(0)
  q.shutdown(immediate=True)
  await getter
  print(q.qsize(), q.empty())
  q = asyncio.Queue()
  getters = [asyncio.create_task(q.get()) for _ in range(2)]
  await asyncio.sleep(0)
  q.shutdown()
  q.shutdown()
  print(await asyncio.gather(*getters, return_exceptions=True))
asyncio.run(main())
