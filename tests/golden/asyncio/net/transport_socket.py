# The socket of a server or transport: what it allows.
import asyncio, socket
async def main():
    s = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    ts = s.sockets[0]
    print(ts.family, ts.type, ts.proto, ts.fileno() > 0, ts.getsockname()[0], ts.gettimeout())
    print(ts.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), ts.settimeout(0), ts.setblocking(False))
    for f, x in ((ts.settimeout, 1), (ts.setblocking, True), (ts.getpeername, None)):
        try: f(x) if x is not None else f()
        except (ValueError, OSError) as e: print(type(e).__name__, e)
    for name in ("send", "recv", "close", "accept", "bind"):
        print(name, hasattr(ts, name))
    d = ts.dup(); print(d.family == socket.AF_INET); d.close()
    import copy
    try: copy.copy(ts)
    except TypeError as e: print(e)
    s.close()
asyncio.run(main())
