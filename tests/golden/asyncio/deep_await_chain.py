# A chain of four hundred awaits suspends, resumes, returns and raises.
import asyncio
async def level(n, bad):
  if n == 0:
    for _ in range(3): await asyncio.sleep(0)
    if bad: raise ValueError("bottom")
    return 0
  return 1 + await level(n - 1, bad)
async def main():
  print(await level(400, False))
  try: await level(400, True)
  except ValueError as e: print(e)
  print(await asyncio.gather(*(level(n, False) for n in (1, 50, 100))))
asyncio.run(main())
