# A chat server: streams, queues and tasks together.
import asyncio
async def main():
    members = {}
    async def handle(r, w):
        name = (await r.readline()).decode().strip()
        q = members[name] = asyncio.Queue()
        async def pump():
            while (m := await q.get()) is not None:
                w.write(m.encode() + b"\n"); await w.drain()
        p = asyncio.create_task(pump())
        async for line in r:
            for other, oq in members.items():
                if other != name: oq.put_nowait(f"{name}: {line.decode().strip()}")
        del members[name]
        q.put_nowait(None)
        await p
        w.close()
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as s:
        a = s.sockets[0].getsockname()
        cs = []
        for n in ("ann", "bob", "cy"):
            r, w = await asyncio.open_connection(*a); w.write(n.encode() + b"\n"); cs.append((r, w))
        while len(members) < 3: await asyncio.sleep(0.001)
        cs[0][1].write(b"hello\n")
        print(await cs[1][0].readline(), await cs[2][0].readline())
        cs[2][1].write(b"hi\nbye\n")
        print([await cs[0][0].readline() for _ in range(2)], [await cs[1][0].readline() for _ in range(2)])
        for r, w in cs:
            w.write_eof(); print(await r.read()); w.close(); await w.wait_closed()
    print(members)
asyncio.run(main())
