# Happy eyeballs, interleaving, local addresses.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    t, p = await loop.create_connection(asyncio.Protocol, "localhost", port, happy_eyeballs_delay=0.05, family=socket.AF_INET)
    print(t.get_extra_info("peername")[0])
    t.close()
    t, p = await loop.create_connection(asyncio.Protocol, "127.0.0.1", port, local_addr=("127.0.0.1", 0))
    print(t.get_extra_info("sockname")[0])
    t.close()
    t, p = await loop.create_connection(asyncio.Protocol, b"127.0.0.1", str(port))
    print(t.get_extra_info("peername")[0])
    t.close()
    from asyncio.staggered import staggered_race
    async def fail(n):
        await asyncio.sleep(0)
        raise ValueError(n)
    async def work(n, d):
        try:
            await asyncio.sleep(d)
            return n
        except asyncio.CancelledError:
            print("cancelled", n)
            raise
    from functools import partial
    print(await staggered_race([partial(fail, 1), partial(work, 2, 0.02), partial(work, 3, 0)], 1))
    print(await staggered_race([partial(work, 1, 5), partial(work, 2, 0.01)], 0.01))
    print(await staggered_race([partial(fail, 1), partial(fail, 2)], None))
    server.close()
asyncio.run(main())
