# A generator that begins after shutdown_asyncgens() gets a warning; what the hooks are while a loop runs.
import asyncio, sys, warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest, **more: print(category.__name__, str(message).split(" at 0x")[0])

async def numbers():
  yield 1
  yield 2

async def main():
  before = numbers()
  print(await anext(before))
  loop = asyncio.get_running_loop()
  await loop.shutdown_asyncgens()
  late = numbers()
  print(await anext(late), await anext(late))
  await late.aclose()
  async for number in numbers():
    print(number)

asyncio.run(main())

async def hooks():
  loop = asyncio.get_running_loop()
  found = sys.get_asyncgen_hooks()
  print(found.firstiter == loop._asyncgen_firstiter_hook, found.finalizer == loop._asyncgen_finalizer_hook)
  sys.set_asyncgen_hooks(firstiter=lambda generator: print("begins", generator.__name__))
  async for number in numbers():
    pass
  sys.set_asyncgen_hooks(*found)
  print(sys.get_asyncgen_hooks() == found)
  async for number in numbers():
    print(number)

print(sys.get_asyncgen_hooks())
asyncio.run(hooks())
print(sys.get_asyncgen_hooks())
