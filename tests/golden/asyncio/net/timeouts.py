# Timeouts: of a connection, of a reply, of a TLS handshake.
import asyncio, socket, ssl
async def main():
    async def silent(r, w):
        await r.read()
        w.close()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    addr = server.sockets[0].getsockname()
    r, w = await asyncio.open_connection(*addr)
    try:
        await asyncio.wait_for(r.readline(), 0.02)
    except asyncio.TimeoutError as e:
        print(type(e).__name__)
    try:
        async with asyncio.timeout(0.02):
            await r.readexactly(5)
    except TimeoutError as e:
        print(type(e).__name__)
    w.close()
    await w.wait_closed()
    context = ssl.create_default_context()
    try:
        await asyncio.open_connection(*addr, ssl=context, ssl_handshake_timeout=0.05)
    except ConnectionAbortedError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.open_connection(*addr, ssl=context), 0.02)
    except asyncio.TimeoutError:
        print("timeout")
    full = socket.create_server(("127.0.0.1", 0), backlog=0)
    fillers = [asyncio.create_task(asyncio.open_connection(*full.getsockname())) for _ in range(3)]
    await asyncio.sleep(0.02)
    try:
        await asyncio.wait_for(asyncio.open_connection(*full.getsockname()), 0.05)
    except asyncio.TimeoutError:
        print("nobody accepts")
    for f in fillers: f.cancel()
    server.close()
asyncio.run(main())
