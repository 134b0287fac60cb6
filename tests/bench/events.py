# Events and conditions: a hundred tasks that wait for each event, ten that wait to be notified.
import asyncio
import time

ROUNDS, WAITERS = 400, 100


async def wait_for_each(events):
  for event in events:
    await event.wait()
  return len(events)


async def wait_for_turn(condition, turns, number):
  async with condition:
    for _ in range(ROUNDS):
      await condition.wait_for(lambda: turns[0] % 10 == number)
      turns[0] += 1
      condition.notify_all()
  return ROUNDS


async def main():
  events = [asyncio.Event() for _ in range(ROUNDS)]
  waiters = [asyncio.create_task(wait_for_each(events)) for _ in range(WAITERS)]
  for event in events:
    await asyncio.sleep(0)
    event.set()
  total = sum(await asyncio.gather(*waiters))
  condition, turns = asyncio.Condition(), [0]
  return total + sum(await asyncio.gather(*(wait_for_turn(condition, turns, n) for n in range(10))))


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("events", total)
print(f"# {elapsed / total * 1e9:.1f} ns per op")
