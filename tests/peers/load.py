# A server holds 1,000 connections at once; every client gets every answer, and the descriptors come back.
import asyncio
import os
import resource

CLIENTS, MESSAGES = 1_000, 5


def descriptors():
  return len(os.listdir("/proc/self/fd"))


async def main():
  held = most = 0
  everybody = asyncio.Event()

  async def serve(reader, writer):
    nonlocal held, most
    held += 1
    most = max(most, held)
    if held == CLIENTS:
      everybody.set()
    while line := await reader.readline():
      writer.write(line)
      await writer.drain()
    held -= 1
    writer.close()
    await writer.wait_closed()

  async def client(number):
    reader, writer = await asyncio.open_connection(*address)
    await everybody.wait()
    for turn in range(MESSAGES):
      line = b"%d %d\n" % (number, turn)
      writer.write(line)
      await writer.drain()
      assert await reader.readline() == line
    writer.close()
    await writer.wait_closed()
    return MESSAGES

  async with await asyncio.start_server(serve, "127.0.0.1", 0, backlog=CLIENTS) as server:
    address = server.sockets[0].getsockname()
    answers = sum(await asyncio.gather(*(client(number) for number in range(CLIENTS))))
    while held:
      await asyncio.sleep(0.001)
  print("held at once:", most)
  print("answers:", answers)


async def warm_up():
  """The first socket of a process may make descriptors that stay."""
  (await asyncio.start_server(print, "127.0.0.1", 0)).close()


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
wanted = 2 * CLIENTS + 100
if soft < wanted:
  resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
asyncio.run(warm_up())
before = descriptors()
asyncio.run(main())
print("left over:", descriptors() - before)
