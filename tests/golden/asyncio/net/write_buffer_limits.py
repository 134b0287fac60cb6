# Water marks of write buffers.
import asyncio
class P(asyncio.Protocol):
    def connection_made(self, t): self.t = t
    def pause_writing(self): print("pause")
    def resume_writing(self): print("resume")
class Bad(P):
    def pause_writing(self): raise ValueError("pause")
    def resume_writing(self): raise ValueError("resume")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"], repr(c["exception"])) if c["message"].startswith("protocol") else None)
    async def slow(r, w):
        await asyncio.sleep(0.05)
        while await r.read(2**20): pass
        w.close()
    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    addr = server.sockets[0].getsockname()
    t, p = await loop.create_connection(P, *addr)
    print(t.get_write_buffer_limits())
    for kw in (dict(high=100), dict(low=100), dict(high=10, low=5), dict(high=0), dict(), dict(high=1, low=5), dict(high=-1), dict(low=-5)):
        try:
            t.set_write_buffer_limits(**kw)
            print(kw, t.get_write_buffer_limits())
        except ValueError as e:
            print(kw, e)
    t.set_write_buffer_limits()
    t.write(b"x" * 10000000)
    print("written", t.get_write_buffer_size() > 65536)
    t.write(b"y")
    while t.get_write_buffer_size():
        await asyncio.sleep(0.01)
    t.close()
    t, p = await loop.create_connection(Bad, *addr)
    t.write(b"x" * 10000000)
    while t.get_write_buffer_size():
        await asyncio.sleep(0.01)
    t.close()
    for bad in ("text", None, 5, [b"x"]):
        try:
            t.write(bad)
        except TypeError as e:
            print(e)
    server.close()
asyncio.run(main())
