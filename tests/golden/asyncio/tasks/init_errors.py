# What Task() refuses.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
async def coro(): return 1
def func(): pass
async def main():
  for bad in (None, 5, func, coro):
    try: asyncio.Task(bad)
    except TypeError as e: print(no_address(str(e)))
  for call in (lambda: asyncio.create_task(5), lambda: asyncio.ensure_future(5)):
    try: call()
    except TypeError as e: print(e)
  t = asyncio.Task(coro(), name=17)
  print(repr(t.get_name()), await t)
  for name in ("set_result", "set_exception"):
    try: getattr(t, name)(ValueError())
    except RuntimeError as e: print(e)
  class Sub(asyncio.Task): pass
  s = Sub(coro(), name="sub")
  print(repr(s).replace(__file__, "FILE"), await s)
asyncio.run(main())
try: asyncio.create_task(5)
except RuntimeError as e: print(e)
c = coro()
try: asyncio.create_task(c)
except RuntimeError as e: print(e)
c.close()
