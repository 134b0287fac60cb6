# Server close and wait_closed while clients are connected.
import asyncio
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
async def main():
    gate = asyncio.Event()
    async def handle(r, w):
        await gate.wait()
        w.write(b"bye")
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    addr = server.sockets[0].getsockname()
    conns = [await asyncio.open_connection(*addr) for _ in range(3)]
    await settle()
    server.close()
    server.close()
    print(server.sockets, server.is_serving())
    try:
        await asyncio.open_connection(*addr)
    except ConnectionRefusedError as e:
        print("refused")
    gate.set()
    for r, w in conns:
        print(await r.read())
        w.close()
    await server.wait_closed()
    print("closed")
asyncio.run(main())
