# AsyncExitStack and asynccontextmanager with tasks and cancellation.
import asyncio, contextlib
@contextlib.asynccontextmanager
async def resource(name, log):
  log.append(f"open {name}")
  try: yield name
  except asyncio.CancelledError: log.append(f"{name} saw cancel"); raise
  finally:
    await asyncio.sleep(0)
    log.append(f"close {name}")
async def use(log):
  async with contextlib.AsyncExitStack() as stack:
    names = [await stack.enter_async_context(resource(n, log)) for n in "abc"]
    stack.push_async_callback(asyncio.sleep, 0)
    stack.callback(log.append, "callback")
    log.append("".join(names))
    await asyncio.sleep(100)
async def main():
  log = []
  t = asyncio.create_task(use(log))
  for _ in range(3): await asyncio.sleep(0)
  t.cancel()
  await asyncio.wait([t])
  print(*log, sep="\n")
  async with contextlib.aclosing(gen()) as g:
    async for x in g: print(x); break
async def gen():
  try: yield 1; yield 2
  finally: print("gen closed")
asyncio.run(main())
