# Options of create_server.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    n = 0
    class P(asyncio.Protocol):
        def connection_made(self, t): nonlocal n; n += 1; t.close()
    for kw in (dict(backlog=5), dict(reuse_port=True), dict(reuse_address=False), dict(family=2), dict(start_serving=False), dict(host=["127.0.0.1", "127.0.0.1"]), dict(host="localhost", family=2)):
        kw = {"host": "127.0.0.1", "port": 0, **kw}
        s = await loop.create_server(P, **kw)
        print(len(s.sockets), s.is_serving())
        await s.start_serving()
        a = s.sockets[0].getsockname()
        r, w = await asyncio.open_connection(*a)
        print(await r.read())
        w.close()
        s.close()
        await s.wait_closed()
    print(n)
asyncio.run(main())
