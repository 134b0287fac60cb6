# Reads that find their data in several pieces, limits, early ends.
import asyncio
async def main():
    async def handle(r, w):
        for chunk in (b"ab", b"c\nde", b"\n", b"\nlast"):
            w.write(chunk); await w.drain(); await asyncio.sleep(0.001)
        w.close()
    s = await asyncio.start_server(handle, "127.0.0.1", 0)
    a = s.sockets[0].getsockname()
    r, w = await asyncio.open_connection(*a)
    print([await r.readline() for _ in range(5)]); w.close()
    r, w = await asyncio.open_connection(*a)
    print(await r.readexactly(3), await r.readuntil(b"e\n"), await r.read(1), await r.read()); w.close()
    r, w = await asyncio.open_connection(*a, limit=2)
    for _ in range(3):
        try: print(await r.readline())
        except ValueError as e: print(e)
    w.close()
    r, w = await asyncio.open_connection(*a)
    try: await r.readuntil(b"zzz")
    except asyncio.IncompleteReadError as e: print(e.partial, e.expected, e)
    w.close()
    r, w = await asyncio.open_connection(*a)
    try: await r.readexactly(50)
    except asyncio.IncompleteReadError as e: print(e.partial, e.expected, e)
    w.close()
    s.close()
asyncio.run(main())
