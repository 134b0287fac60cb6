# A peer that sends faster than it is read: the transport pauses, and every line comes once and in order.
import asyncio

COUNT = 20_000


async def serve(reader, writer):
  for start in range(0, COUNT, 500):
    writer.write(b"".join(b"%d\n" % number for number in range(start, start + 500)))
    await writer.drain()
  writer.write(b"tail without end")
  writer.close()


async def main():
  async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=1000)
    pauses = 0
    expected = 0
    while (line := await reader.readline()).endswith(b"\n"):
      assert line == b"%d\n" % expected, (line, expected)
      expected += 1
      if expected % 1000 == 0 and expected < COUNT:
        await asyncio.sleep(0.001)
        pauses += not reader._transport.is_reading()
        block = await reader.readexactly(len(b"%d" % expected))
        assert block == b"%d" % expected, block
        assert await reader.read(1) == b"\n"
        expected += 1
    print(expected, line, reader.at_eof(), pauses > 0)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
