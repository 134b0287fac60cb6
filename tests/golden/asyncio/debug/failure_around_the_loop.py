# Also in debug mode a failed future's exception gets no context from what is handled around the loop.
import asyncio


async def wait_for(future):
  try:
    await future
  except ValueError as error:
    return error


loop = asyncio.new_event_loop()
for debug in False, True:
  loop.set_debug(debug)
  future = loop.create_future()
  task = loop.create_task(wait_for(future))
  loop.call_soon(future.set_exception, ValueError("failed"))
  try:
    raise OSError
  except OSError:
    error = loop.run_until_complete(task)
  print(repr(error), repr(error.__context__))
loop.close()
