# sock_* operations of the loop.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    async def serve():
        conn, addr = await loop.sock_accept(server)
        print("accepted", addr[0], conn.gettimeout())
        data = await loop.sock_recv(conn, 100)
        print("server got", data)
        await loop.sock_sendall(conn, data * 200000)
        buf = bytearray(10)
        n = await loop.sock_recv_into(conn, buf)
        print("into", n, buf)
        conn.close()
    task = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, server.getsockname())
    print("connected")
    await loop.sock_sendall(client, b"hello")
    total = 0
    while total < 1000000:
        total += len(await loop.sock_recv(client, 65536))
    print(total)
    await loop.sock_sendall(client, b"end")
    await task
    print(await loop.sock_recv(client, 10))
    client.close()
    server.close()
    d1 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); d1.bind(("127.0.0.1", 0)); d1.setblocking(False)
    d2 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); d2.bind(("127.0.0.1", 0)); d2.setblocking(False)
    t = asyncio.create_task(loop.sock_recvfrom(d1, 100))
    await asyncio.sleep(0)
    print(await loop.sock_sendto(d2, b"gram", d1.getsockname()))
    data, addr = await t
    print(data, addr == d2.getsockname())
    buf = bytearray(10)
    t = asyncio.create_task(loop.sock_recvfrom_into(d1, buf))
    await asyncio.sleep(0)
    d2.sendto(b"abc", d1.getsockname())
    n, addr = await t
    print(n, buf)
    # cancelled while waiting: nothing is lost
    t = asyncio.create_task(loop.sock_recvfrom(d1, 100))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    d2.sendto(b"later", d1.getsockname())
    print((await loop.sock_recvfrom(d1, 100))[0])
    print(loop.remove_reader(d1))
    c = socket.socket(); c.setblocking(False)
    try:
        await loop.sock_connect(c, ("127.0.0.1", 1))
    except OSError as e:
        print(type(e).__name__, e)
    print((await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)))
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("127.0.0.1", "no such service")
    except socket.gaierror as e:
        print(e)
asyncio.run(main())
