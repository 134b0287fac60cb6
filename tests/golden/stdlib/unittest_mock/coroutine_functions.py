# Which mocks count as coroutine functions, also behind functools.partial.
import asyncio, functools
from unittest import mock

async def function():
  pass

for what in (function, mock.AsyncMock(), mock.MagicMock(), mock.Mock(), mock.Mock(spec=function)):
  print(asyncio.iscoroutinefunction(what), asyncio.iscoroutinefunction(functools.partial(what)))
