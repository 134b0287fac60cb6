# AsyncExitStack mixes both kinds of managers.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
@asynccontextmanager
async def acm(n):
  print("a+", n)
  try: yield n
  finally: print("a-", n)
@contextmanager
def cm(n):
  print("+", n)
  try: yield n
  finally: print("-", n)
async def closing(x): print("async callback", x)
async def main():
  async with AsyncExitStack() as s:
    await s.enter_async_context(acm(1))
    s.enter_context(cm(2))
    s.push_async_callback(closing, 3)
    s.callback(print, "callback", 4)
    print("body")
  try:
    async with AsyncExitStack() as s:
      await s.enter_async_context(acm(5))
      raise OSError("x")
  except OSError as e: print(e)
asyncio.run(main())
