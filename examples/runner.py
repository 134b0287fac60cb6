"""asyncio.Runner keeps one loop for several runs."""

import asyncio


async def main(number):
  await asyncio.sleep(0)
  return number, id(asyncio.get_running_loop())


with asyncio.Runner() as runner:
  first, loop1 = runner.run(main(1))
  second, loop2 = runner.run(main(2))
  print(first, second, "same loop:", loop1 == loop2)
  print("closed:", runner.get_loop().is_closed())

with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
  print(runner.run(main(3))[0])
