# gather() of coroutines that end when they are started eagerly is done at once (3.12); one that waits keeps it waiting.
import asyncio


async def at_once(value):
  return value


async def fail(text):
  raise ValueError(text)


async def wait(value):
  await asyncio.sleep(0)
  return value


async def main():
  asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
  order = []
  asyncio.get_running_loop().call_soon(order.append, "a turn of the loop")
  every = asyncio.gather(at_once(1), at_once(2))
  print(every.done(), await every, order)
  caught = asyncio.gather(at_once(1), fail("first"), fail("second"), return_exceptions=True)
  print(caught.done(), await caught, order)
  failed = asyncio.gather(at_once(1), fail("first"), wait(3))
  print(failed.done(), repr(failed.exception()), order)
  some = asyncio.gather(at_once(1), wait(2))
  print(some.done(), await some, order)
  same = at_once(4)
  print(await asyncio.gather(same, same, at_once(5)))


asyncio.run(main())
