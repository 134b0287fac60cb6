# Which mocks count as coroutine functions, also behind functools.partial.
import asyncio, functools, inspect
from unittest import mock

async def function():
  pass

for what in (function, mock.AsyncMock(), mock.MagicMock(), mock.Mock(), mock.Mock(spec=function)):
  print(asyncio.iscoroutinefunction(what), asyncio.iscoroutinefunction(functools.partial(what)))

# A function made after a coroutine function is a plain one that says it gives coroutines: wrong arguments are refused at the call.

async def original(argument):
    return argument

imitation = mock.create_autospec(original, return_value="imitated")
print(inspect.isfunction(imitation), asyncio.iscoroutinefunction(imitation), inspect.iscoroutinefunction(imitation))
print(asyncio.run(imitation(1)), imitation.await_count)
try:
    imitation()
except TypeError as error:
    print(error)
