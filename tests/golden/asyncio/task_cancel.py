# cancel() at different moments: before the start, at an await, when done, twice, with a message.
import asyncio
async def job(n):
  print("start", n)
  try:
    await asyncio.sleep(10)
  except asyncio.CancelledError as e:
    print("in", n, e.args)
    raise
  finally:
    print("finally", n)
async def main():
  t = asyncio.create_task(job("never starts"))
  print(t.cancel())
  try: await t
  except asyncio.CancelledError: print("not started", t.cancelled())
  t = asyncio.create_task(job("two"))
  await asyncio.sleep(0)
  print(t.cancel("message"), t.cancelled(), t.done())
  try: await t
  except asyncio.CancelledError as e: print(e.args, t.cancelled(), t.cancel())
  t = asyncio.create_task(job("three"))
  await asyncio.sleep(0)
  t.cancel("a"); t.cancel("b")
  try: await t
  except asyncio.CancelledError as e: print(e.args, t.cancelling())
  async def quick(): return 1
  t = asyncio.create_task(quick())
  await t
  print(t.cancel(), t.cancelled())
asyncio.run(main())
