# Generators, coroutines and loops entered while they run.
import asyncio
def g():
  try: next(me)
  except ValueError as e: print(e)
  try: me.close()
  except ValueError as e: print(e)
  yield 1
me = g(); print(next(me))
async def c():
  try: co.send(None)
  except ValueError as e: print(e)
co = c()
try: co.send(None)
except StopIteration: print("stopped")
async def main():
  loop = asyncio.get_running_loop()
  for f in (loop.run_forever, lambda: loop.run_until_complete(loop.create_future()), loop.close):
    try: f()
    except RuntimeError as e: print(e)
asyncio.run(main())
