# The loggers of asyncio's modules can be replaced, as tests do.
import asyncio
from unittest import mock


async def main():
  loop = asyncio.get_running_loop()
  with mock.patch("asyncio.base_events.logger") as logger:
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    (message,), keywords = logger.error.call_args
    print(logger.error.call_count, message.splitlines()[0].partition(" at ")[0], keywords["exc_info"][:2])
  from asyncio.log import logger
  print(logger.name, asyncio.log.logger is logger)


asyncio.run(main())
