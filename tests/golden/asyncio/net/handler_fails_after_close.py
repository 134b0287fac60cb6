# The report of a stream handler that fails names its transport, also when that is closed already.
import asyncio

async def fails(reader, writer):
  line = await reader.readline()
  if line == b"close\n":
    writer.close()
    await writer.wait_closed()
  raise RuntimeError(line)

async def main():
  reports = []
  asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append(context))
  server = await asyncio.start_server(fails, "127.0.0.1", 0)
  for line in b"close\n", b"leave open\n":
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(line)
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.01)
  for context in reports:
    print(context["message"], repr(context["exception"]), isinstance(context["transport"], asyncio.Transport), context["transport"].is_closing())
  server.close()

asyncio.run(main())
