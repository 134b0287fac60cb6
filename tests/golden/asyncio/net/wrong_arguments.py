# Wrong arguments and errors of connections.
import asyncio, socket
async def attempt(coro):
    try:
        print(await coro)
    except Exception as e:
        print(type(e).__name__, e)
async def main():
    loop = asyncio.get_running_loop()
    P = asyncio.Protocol
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    await attempt(loop.create_connection(P))
    await attempt(loop.create_connection(P, "127.0.0.1", 1, sock=s))
    await attempt(loop.create_connection(P, "127.0.0.1", 1, server_hostname="x"))
    await attempt(loop.create_connection(P, "127.0.0.1", 1, ssl_handshake_timeout=1))
    await attempt(loop.create_connection(P, "127.0.0.1", 1))
    await attempt(loop.create_connection(P, "localhost", 1, family=socket.AF_INET))
    await attempt(loop.create_connection(P, "127.0.0.1", 1, local_addr=("192.0.2.1", 0)))
    await attempt(loop.create_connection(P, "127.0.0.1", 1, ssl=True, sock=s))
    await attempt(loop.create_connection(P, ssl=True, sock=s))
    await attempt(loop.create_server(P))
    await attempt(loop.create_server(P, "127.0.0.1", 0, sock=s))
    await attempt(loop.create_server(P, "127.0.0.1", 0, ssl=True))
    await attempt(loop.create_server(P, "192.0.2.1", 0))
    await attempt(loop.create_unix_connection(P))
    await attempt(loop.create_unix_connection(P, "/tmp/x", server_hostname="x"))
    await attempt(loop.create_unix_connection(P, "/nonexistent/x"))
    await attempt(loop.create_unix_server(P))
    await attempt(loop.create_unix_server(P, "/nonexistent/x"))
    await attempt(loop.connect_accepted_socket(P, socket.socket(socket.AF_INET6, socket.SOCK_STREAM), ssl_handshake_timeout=3))
    await attempt(asyncio.open_connection("127.0.0.1", 1))
    await attempt(asyncio.open_connection("127.0.0.1", 1, limit=0))
    await attempt(asyncio.start_server(print, "127.0.0.1", 0, bad=1))
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(print, "127.0.0.1", port)
    except OSError as e:
        print(type(e).__name__, e.errno, str(e).replace(str(port), "PORT"))
    server.close()
    await server.wait_closed()
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
