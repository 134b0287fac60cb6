"""The event loop by hand: how programs looked before asyncio.run."""

import asyncio


async def example(name):
  print(name, "starts")
  await asyncio.sleep(0.005)
  print(name, "ends")
  return name


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)

print(loop.run_until_complete(example("one")))

tasks = [loop.create_task(example("two")), loop.create_task(example("three"))]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(task.result() for task in done), "pending:", len(pending))

print(loop.run_until_complete(asyncio.gather(*[loop.create_task(example(c)) for c in "xy"])))

loop.call_soon(print, "called soon")
loop.call_later(0.002, print, "called later")
loop.call_later(0.006, loop.stop)
loop.run_forever()

loop.close()
print("closed:", loop.is_closed())
