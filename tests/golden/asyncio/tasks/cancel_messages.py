# The message of cancel() arrives with the CancelledError, through awaits, gather and wait_for.
import asyncio
async def wait(f):
  try: await f
  except asyncio.CancelledError as e:
    print("inside", e.args)
    raise
async def main():
  loop = asyncio.get_running_loop()
  for msg in ((), ("one",), (None,), (5,)):
    t = asyncio.create_task(wait(loop.create_future()))
    await asyncio.sleep(0)
    t.cancel(*msg)
    try: await t
    except asyncio.CancelledError as e: print("outside", e.args)
  t = asyncio.create_task(wait(loop.create_future()))
  await asyncio.sleep(0)
  t.cancel("first")
  t.cancel("second")
  try: await t
  except asyncio.CancelledError as e: print(e.args)
  t = asyncio.create_task(wait(loop.create_future()))
  t.cancel("before the start")
  try: await t
  except asyncio.CancelledError as e: print(e.args, t.cancelled())
  try: t.result()
  except asyncio.CancelledError as e: print("again", e.args)
  async def outer(): await wait(loop.create_future())
  t = asyncio.create_task(outer())
  await asyncio.sleep(0)
  t.cancel(msg="keyword")
  await asyncio.wait([t])
  print(t._cancel_message)
asyncio.run(main())
