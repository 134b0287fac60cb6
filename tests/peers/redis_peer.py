# Talks to the redis-server on the port given: RESP by streams, a pipeline, publish and subscribe, values of a megabyte.
import asyncio
import sys

PORT = int(sys.argv[1])


def command(*words):
  parts = [b"*%d\r\n" % len(words)]
  for word in words:
    word = word if isinstance(word, bytes) else str(word).encode()
    parts.append(b"$%d\r\n%s\r\n" % (len(word), word))
  return b"".join(parts)


async def reply(reader):
  line = (await reader.readline())[:-2]
  kind, rest = line[:1], line[1:]
  if kind == b"+":
    return rest.decode()
  if kind == b"-":
    return RuntimeError(rest.decode())
  if kind == b":":
    return int(rest)
  if kind == b"$":
    return None if rest == b"-1" else (await reader.readexactly(int(rest) + 2))[:-2]
  if kind == b"*":
    return [await reply(reader) for _ in range(int(rest))]
  raise ValueError(line)


async def ask(stream, *words):
  reader, writer = stream
  writer.write(command(*words))
  await writer.drain()
  return await reply(reader)


async def subscriber(started):
  stream = await asyncio.open_connection("127.0.0.1", PORT)
  print("subscribe", await ask(stream, "SUBSCRIBE", "news"))
  started.set()
  for _ in range(3):
    print("message", await reply(stream[0]))
  stream[1].close()
  await stream[1].wait_closed()


async def main():
  stream = await asyncio.open_connection("127.0.0.1", PORT)
  print("ping", await ask(stream, "PING"))
  print("set", await ask(stream, "SET", "key", "value"), await ask(stream, "GET", "key"), await ask(stream, "GET", "absent"))
  print("error", await ask(stream, "NOSUCHCOMMAND"))
  big = bytes(range(256)) * 4096
  print("big", await ask(stream, "SET", "big", big), await ask(stream, "GET", "big") == big)
  reader, writer = stream
  writer.writelines(command("INCR", "counter") for _ in range(5000))
  await writer.drain()
  print("pipeline", [await reply(reader) for _ in range(5000)] == list(range(1, 5001)))
  print("list", await ask(stream, "RPUSH", "list", *range(5)), await ask(stream, "LRANGE", "list", 0, -1))
  started = asyncio.Event()
  task = asyncio.create_task(subscriber(started))
  await started.wait()
  for word in ("one", "two", "three"):
    await ask(stream, "PUBLISH", "news", word)
  await task
  popper = asyncio.create_task(ask(await asyncio.open_connection("127.0.0.1", PORT), "BLPOP", "waiting", 5))
  await asyncio.sleep(0.01)
  await ask(stream, "RPUSH", "waiting", "item")
  print("blocked pop", await popper)

  async def client(number):
    own = await asyncio.open_connection("127.0.0.1", PORT)
    for _ in range(20):
      await ask(own, "INCRBY", "sum", number)
    own[1].close()
    await own[1].wait_closed()

  await asyncio.gather(*(client(number) for number in range(50)))
  print("sum", await ask(stream, "GET", "sum"))
  print("quit", await ask(stream, "QUIT"), await reader.read())
  writer.close()
  await writer.wait_closed()


asyncio.run(main())
