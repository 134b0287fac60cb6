# Text forms of transports, readers and writers.
import asyncio, re
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
def shown(x):
    return re.sub(r"0x[0-9a-f]+", "ADDR", re.sub(r"fd=\d+", "fd=N", re.sub(r"\d{4,5}\)", "PORT)", repr(x))))
async def main():
    async def handle(r, w):
        print(shown(r), shown(w))
        await r.read()
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    print(shown(server))
    r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(shown(w), shown(w.transport), shown(w.get_extra_info("socket")))
    await settle()
    w.transport.pause_reading()
    print(shown(w.transport))
    w.write(b"x" * 10**7)
    print("bufsize" in repr(w.transport), "write=<polling" in repr(w.transport))
    t = w.transport
    t.abort()
    print(shown(t))
    await settle()
    print(shown(t))
    print(w.get_extra_info("nothing"), w.get_extra_info("nothing", 5), sorted(t._extra))
    r = asyncio.StreamReader(limit=5)
    r.feed_data(b"abc")
    print(r)
    r.feed_eof()
    print(r)
    r.set_exception(ValueError("x"))
    print(r)
    server.close()
    loop = asyncio.get_running_loop()
    t, p = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))
    print(shown(t))
    t.close()
asyncio.run(main())
