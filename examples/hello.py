"""The smallest asynchronous program: say hello, wait, say the rest."""

import asyncio


async def main():
  print("Hello ...")
  await asyncio.sleep(0.01)
  print("... World!")


asyncio.run(main())
