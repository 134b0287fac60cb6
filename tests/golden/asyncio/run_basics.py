# asyncio.run returns the coroutine's value, raises its exception and refuses nesting.
import asyncio
async def value(): return 42
async def fail(): raise ValueError("bad")
print(asyncio.run(value()))
try:
  asyncio.run(fail())
except ValueError as e:
  print("raised", e)
async def nested():
  c = value()
  try:
    asyncio.run(c)
  except RuntimeError as e:
    print(e)
  c.close()
asyncio.run(nested())
try:
  asyncio.run(5)
except ValueError as e:
  print(e)
