# A call of an async function as a statement: the forgotten await is told at once, before the next line runs.
import asyncio, sys


async def fetch():
  print("never printed")


class Client:
  async def send(self):
    print("never printed")


async def main():
  fetch()
  print("after the first", file=sys.stderr)
  Client().send()
  client = Client()
  client.send()
  print("after the methods", file=sys.stderr)
  for _ in range(3):
    fetch()
  print("once for each place", file=sys.stderr)


asyncio.run(main())
