"""Publish and subscribe inside one process, with a stop word, over queues."""

import asyncio

STOPWORD = "STOP"


class Broker:
  def __init__(self):
    self.channels = {}

  def subscribe(self, *names):
    queue = asyncio.Queue()
    for name in names:
      self.channels.setdefault(name, []).append(queue)
    return queue

  async def publish(self, name, message):
    for queue in self.channels.get(name, []):
      await queue.put((name, message))
    return len(self.channels.get(name, []))


async def reader(queue):
  while True:
    channel, message = await queue.get()
    print(f"(Reader) Message Received from {channel}: {message}")
    if message == STOPWORD:
      print("(Reader) STOP")
      break


async def main():
  broker = Broker()
  future = asyncio.create_task(reader(broker.subscribe("channel:1", "channel:2")))
  print(await broker.publish("channel:1", "Hello"))
  print(await broker.publish("channel:2", "World"))
  print(await broker.publish("channel:3", "nobody listens"))
  await broker.publish("channel:1", STOPWORD)
  await future


asyncio.run(main())
