# Debug mode: checks of sockets and threads.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    s = socket.socket()
    for c in (loop.sock_recv(s, 1), loop.sock_recv_into(s, bytearray(1)), loop.sock_sendall(s, b"x"), loop.sock_accept(s), loop.sock_connect(s, ("127.0.0.1", 1)), loop.sock_recvfrom(s, 1), loop.sock_sendto(s, b"", ("127.0.0.1", 1)), loop.sock_recvfrom_into(s, bytearray(1))):
        try:
            await c
        except ValueError as e:
            print(e)
    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
    r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await r.read())
    w.close()
    server.close()
asyncio.run(main(), debug=True)
