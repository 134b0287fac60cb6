# sock_accept that is cancelled takes no connection away.
import asyncio, socket
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
async def main():
    loop = asyncio.get_running_loop()
    s = socket.create_server(("127.0.0.1", 0))
    s.setblocking(False)
    t = asyncio.create_task(loop.sock_accept(s))
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.sleep(0)
    c = socket.create_connection(s.getsockname())
    conn, addr = await loop.sock_accept(s)
    print(addr == c.getsockname())
    t1 = asyncio.create_task(loop.sock_accept(s))
    await asyncio.sleep(0)
    c2 = socket.create_connection(s.getsockname())
    t1.cancel()
    try:
        await t1
        print("accepted")
    except asyncio.CancelledError:
        conn2, addr = await loop.sock_accept(s)
        print("later", addr == c2.getsockname())
    # sock_recv: cancelled when the data is there already
    conn.setblocking(False)
    t = asyncio.create_task(loop.sock_recv(conn, 10))
    await asyncio.sleep(0)
    c.send(b"data")
    t.cancel()
    try:
        print(await t)
    except asyncio.CancelledError:
        print("cancelled", await loop.sock_recv(conn, 10))
    # sendall cancelled half-way
    t = asyncio.create_task(loop.sock_sendall(conn, b"z" * 10**7))
    await settle()
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("sendall cancelled", loop.remove_writer(conn))
    for x in (s, c, c2, conn): x.close()
asyncio.run(main())
