# Five philosophers, five forks, no deadlock with ordered locks.
import asyncio
async def philosopher(n, forks, log):
  first, second = sorted((n, (n + 1) % 5))
  for meal in range(2):
    async with forks[first]:
      await asyncio.sleep(0)
      async with forks[second]:
        log.append((n, meal)); await asyncio.sleep(0)
async def main():
  forks, log = [asyncio.Lock() for _ in range(5)], []
  await asyncio.gather(*(philosopher(n, forks, log) for n in range(5)))
  print(*log); print(len(log), any(f.locked() for f in forks))
asyncio.run(main())
