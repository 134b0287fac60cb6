# Streams over TLS: a lot of data both ways with back-pressure, and an abrupt end.
import asyncio, ssl
here = ""
sc = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
sc.load_cert_chain(here + "_cert.pem", here + "_key.pem")
cc = ssl.create_default_context(cafile=here + "_cert.pem")
async def main():
    async def handle(r, w):
        n = 0
        while d := await r.read(100000):
            n += len(d)
            w.write(d)
            await w.drain()
        print("server", n)
        w.close()
        await w.wait_closed()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=sc)
    addr = server.sockets[0].getsockname()
    r, w = await asyncio.open_connection(*addr, ssl=cc)
    async def send():
        for i in range(50):
            w.write(bytes([i]) * 50000)
            await w.drain()
    task = asyncio.create_task(send())
    data = await r.readexactly(2500000)
    await task
    print(len(data), data == b"".join(bytes([i]) * 50000 for i in range(50)))
    w.close()
    await w.wait_closed()
    await asyncio.sleep(0.02)
    async def rude(r, w):
        await r.readexactly(1)
        w.transport.abort()
    server2 = await asyncio.start_server(rude, "127.0.0.1", 0, ssl=sc)
    r, w = await asyncio.open_connection(*server2.sockets[0].getsockname(), ssl=cc)
    w.write(b"x")
    print(await r.read(), r.at_eof())
    w.close()
    try:
        await w.wait_closed()
    except ConnectionError as e:
        print(type(e).__name__)
    server.close(); server2.close()
asyncio.run(main())
