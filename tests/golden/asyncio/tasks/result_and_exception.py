# result() and exception() of tasks in each state.
import asyncio
async def ok(): return 1
async def bad(): raise ValueError("bad")
async def forever(): await asyncio.sleep(100)
def show(t):
  for what in ("result", "exception"):
    try: print(what, repr(getattr(t, what)()))
    except BaseException as e: print(what, type(e).__name__, e)
async def main():
  for f in (ok, bad, forever):
    t = asyncio.create_task(f())
    show(t)
    await asyncio.sleep(0)
    if f is forever: t.cancel("msg"); await asyncio.wait([t])
    show(t)
    print(t.done(), t.cancelled(), t._state)
  try: t.exception()
  except asyncio.CancelledError as e: print(e.args)
asyncio.run(main())
