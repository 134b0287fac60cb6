# A half-closed connection: the other direction still works.
import asyncio
async def main():
    async def handle(reader, writer):
        data = await reader.read()
        print("server read all", data)
        for i in range(3):
            writer.write(b"part%d " % i)
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()
        await writer.wait_closed()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"request")
    print(writer.can_write_eof(), writer.write_eof())
    try:
        writer.write(b"more")
    except RuntimeError as e:
        print(e)
    print(await reader.read())
    print(reader.at_eof(), writer.is_closing())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
asyncio.run(main())
