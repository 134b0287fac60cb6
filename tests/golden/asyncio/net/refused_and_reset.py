# The loop goes on after a connection that is refused and one that is reset.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.open_connection("127.0.0.1", 1)
    except ConnectionRefusedError as e:
        print(e.errno, e)
    async def handle(reader, writer):
        sock = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        await reader.readexactly(1)
        writer.transport.abort()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"x")
    try:
        print(await reader.read())
    except ConnectionResetError as e:
        print(repr(e), repr(reader.exception()))
    await asyncio.sleep(0)
    for i in range(7):
        writer.write(b"lost")
    print(writer.is_closing())
    try:
        await writer.drain()
    except ConnectionResetError as e:
        print(repr(e))
    try:
        await writer.wait_closed()
    except ConnectionResetError as e:
        print(repr(e))
    server.close()
    await server.wait_closed()
    print("goes on")
asyncio.run(main())
