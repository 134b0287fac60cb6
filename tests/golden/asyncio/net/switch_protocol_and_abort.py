# Switching protocols, closing with unsent data, abort.
import asyncio
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
class Log(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
    def connection_made(self, t):
        print(self.name, "made")
        self.t = t
    def data_received(self, d):
        print(self.name, "data", len(d) if len(d) > 20 else d)
    def eof_received(self):
        print(self.name, "eof")
    def connection_lost(self, e):
        print(self.name, "lost", e)
async def main():
    loop = asyncio.get_running_loop()
    servers = []
    lost = asyncio.Event()
    class S(asyncio.Protocol):
        def connection_made(self, t):
            servers.append(t)
            self.n = 0
        def data_received(self, d):
            self.n += len(d)
        def connection_lost(self, e):
            print("server has", self.n if self.n == 5000000 else "some", type(e).__name__)
            lost.set()
    server = await loop.create_server(S, "127.0.0.1", 0)
    addr = server.sockets[0].getsockname()
    t, p = await loop.create_connection(lambda: Log("A"), *addr)
    servers_t = servers[0] if servers else None
    await settle()
    servers[0].write(b"one")
    await settle()
    t.set_protocol(Log("B"))
    print(t.get_protocol().name)
    servers[0].write(b"two")
    await settle()
    t.write(b"x" * 5000000)
    print(t.get_write_buffer_size() > 0)
    t.close()
    t.write(b"y" * 10)
    print(t.is_closing())
    await lost.wait()
    lost.clear()
    t, p = await loop.create_connection(lambda: Log("C"), *addr)
    await settle()
    t.write(b"x" * 5000000)
    t.abort()
    print(t.get_write_buffer_size())
    await lost.wait()
    server.close()
asyncio.run(main())
