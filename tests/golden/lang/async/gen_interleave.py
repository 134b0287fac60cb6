# Async generators in several tasks keep their own state.
import asyncio
async def count(name, n):
  for i in range(n):
    yield f"{name}{i}"
    await asyncio.sleep(0)
async def show(name, n):
  async for x in count(name, n): print(x, end=" ")
async def main():
  await asyncio.gather(show("a", 3), show("b", 2), show("c", 4))
  print()
  g = count("x", 2)
  async def pull():
    try: return await anext(g)
    except StopAsyncIteration: return "end"
    except RuntimeError as e: return str(e)
  print([await pull() for _ in range(3)])
asyncio.run(main())
