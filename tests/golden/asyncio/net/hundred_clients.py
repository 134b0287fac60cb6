# One hundred clients at once.
import asyncio
async def main():
    seen = set()
    async def handle(r, w):
        name = (await r.readline()).strip()
        seen.add(name)
        for i in range(3):
            w.write(name + b" %d\n" % i)
            await w.drain()
        w.close()
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        addr = server.sockets[0].getsockname()
        async def client(i):
            r, w = await asyncio.open_connection(*addr)
            w.write(b"c%d\n" % i)
            lines = [l async for l in r]
            w.close()
            await w.wait_closed()
            return lines
        results = await asyncio.gather(*(client(i) for i in range(100)))
    print(len(seen), all(r == [b"c%d %d\n" % (i, k) for k in range(3)] for i, r in enumerate(results)))
asyncio.run(main())
