# Event: set, clear, wait by many, cancelled waiters; repr.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def shown(o): return no_address(repr(o))
async def main():
  e = asyncio.Event()
  print(shown(e), e.is_set())
  async def waiter(n):
    print(n, await e.wait())
  ts = [asyncio.create_task(waiter(n)) for n in range(3)]
  await asyncio.sleep(0)
  print(shown(e))
  ts[1].cancel()
  await asyncio.sleep(0)
  e.set()
  e.clear()
  print("set and cleared", e.is_set())
  await asyncio.gather(*ts, return_exceptions=True)
  e.set()
  print(shown(e), await e.wait())
asyncio.run(main())
