# Protocols, writers and transports with methods of their own see every byte; so do those that are replaced while the connection lives.
import asyncio


class CountingProtocol(asyncio.StreamReaderProtocol):
  received = 0

  def data_received(self, data):
    self.received += len(data)
    super().data_received(data)


class Loud(asyncio.Protocol):
  def __init__(self, done):
    self.done = done

  def data_received(self, data):
    print("loud", data)
    self.transport.write(data.upper())

  def connection_made(self, transport):
    self.transport = transport

  def connection_lost(self, exc):
    self.done.set_result(exc)


class Broken(asyncio.Protocol):
  def data_received(self, data):
    raise LookupError(data.decode())


async def main():
  loop = asyncio.get_running_loop()
  reports = []
  loop.set_exception_handler(lambda loop, context: reports.append((context["message"], repr(context["exception"]))))
  done = loop.create_future()
  server = await loop.create_server(lambda: Loud(done), "127.0.0.1", 0)
  address = server.sockets[0].getsockname()

  reader = asyncio.StreamReader()
  transport, protocol = await loop.create_connection(lambda: CountingProtocol(reader), *address)
  writer = asyncio.StreamWriter(transport, protocol, reader, loop)
  for data in (b"bytes\n", bytearray(b"bytearray\n"), memoryview(b"memoryview\n")):
    writer.write(data)
    await writer.drain()
    print(await reader.readline(), protocol.received)
  for wrong in ("text", None, 5, [b"x"]):
    try:
      writer.write(wrong)
    except TypeError as error:
      print(error)
  writer.write(b"")
  writer.writelines([b"a", b"b\n"])
  print(await reader.readline())
  writer.write_eof()
  try:
    writer.write(b"more")
  except RuntimeError as error:
    print(error)
  print(await reader.read(), await done)
  writer.close()
  await writer.wait_closed()
  # The protocol of a live transport changes.
  done = loop.create_future()
  transport, protocol = await loop.create_connection(lambda: Broken(), *address)
  lines = asyncio.StreamReader()
  transport.set_protocol(asyncio.StreamReaderProtocol(lines))
  transport.write(b"one\n")
  print(await lines.readline())
  transport.set_protocol(protocol)
  transport.write(b"two")
  await done
  print(reports)
  server.close()


asyncio.run(main())
