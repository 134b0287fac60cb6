# An ssl argument that is no context fails where the connection is made, without a report.
import asyncio, logging
class P(asyncio.Protocol): pass
async def main():
    async def h(r, w): w.close()
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    host, port = s.sockets[0].getsockname()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('handler', c['message'], repr(c.get('exception'))))
    for bad in (5, "x", object):
        try:
            async with asyncio.timeout(1):
                t, p = await loop.create_connection(P, host, port, ssl=bad, server_hostname='localhost')
                print('connected')
        except Exception as e: print(type(e).__name__, e)
    try:
        await asyncio.open_connection(host, port, ssl=5)
    except Exception as e: print(type(e).__name__, e)
    try:
        s2 = await asyncio.start_server(h, '127.0.0.1', 0, ssl=5)
        print('started')
    except Exception as e: print(type(e).__name__, e)
    try:
        s2 = await asyncio.start_server(h, '127.0.0.1', 0, ssl=True)
        print('started')
    except Exception as e: print(type(e).__name__, e)
asyncio.run(main())
