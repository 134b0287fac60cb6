# A peer that never reads: the server's memory stays bounded by the water marks.
import asyncio
async def main():
    sent = 0
    async def flood(r, w):
        nonlocal sent
        try:
            while True:
                w.write(b"x" * 65536)
                sent += 65536
                await w.drain()
        except ConnectionError:
            print("flood ends")
    server = await asyncio.start_server(flood, "127.0.0.1", 0)
    r, w = await asyncio.open_connection(*server.sockets[0].getsockname(), limit=1000)
    await asyncio.sleep(0.1)
    first = sent
    await asyncio.sleep(0.1)
    print("stopped", sent == first, sent < 20_000_000, len(r._buffer) < 600000)
    got = 0
    while got < first:
        got += len(await r.read(65536))
    await asyncio.sleep(0.05)
    print("went on", sent > first)
    w.transport.abort()
    await asyncio.sleep(0.05)
    server.close()
asyncio.run(main())
