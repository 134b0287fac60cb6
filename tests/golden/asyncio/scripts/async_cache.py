# Concurrent calls for one key share one computation; failures are not kept.
import asyncio, functools
def cached(fn):
  pending = {}
  @functools.wraps(fn)
  async def wrapper(key):
    if key not in pending:
      pending[key] = asyncio.ensure_future(fn(key))
      pending[key].add_done_callback(lambda f: f.exception() and pending.pop(key))
    return await asyncio.shield(pending[key])
  return wrapper
calls = []
@cached
async def load(key):
  calls.append(key)
  await asyncio.sleep(0)
  if key == "bad" and calls.count("bad") < 2: raise KeyError(key)
  return key.upper()
async def main():
  print(await asyncio.gather(*(load(k) for k in "aabab")), calls)
  print(await asyncio.gather(load("bad"), load("bad"), return_exceptions=True))
  await asyncio.sleep(0)
  print(await load("bad"), calls)
  t = asyncio.create_task(load("c")); await asyncio.sleep(0); t.cancel()
  print(await load("c"), t.cancelled(), calls.count("c"), asyncio.iscoroutinefunction(load), load.__name__)
asyncio.run(main())
