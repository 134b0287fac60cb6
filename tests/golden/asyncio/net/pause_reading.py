# pause_reading and resume_reading: nothing comes while paused.
import asyncio
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
class P(asyncio.Protocol):
    def connection_made(self, t):
        self.t = t
        self.got = b""
    def data_received(self, d):
        self.got += d
    def connection_lost(self, e):
        print("lost", e)
async def main():
    loop = asyncio.get_running_loop()
    protocols = []
    def factory():
        protocols.append(P())
        return protocols[-1]
    server = await loop.create_server(factory, "127.0.0.1", 0)
    t, p = await loop.create_connection(P, *server.sockets[0].getsockname())
    await settle()
    sp = protocols[0]
    print(sp.t.is_reading())
    sp.t.pause_reading()
    sp.t.pause_reading()
    t.write(b"abc")
    await settle()
    print(sp.t.is_reading(), sp.got)
    sp.t.resume_reading()
    sp.t.resume_reading()
    await settle()
    print(sp.t.is_reading(), sp.got)
    sp.t.pause_reading()
    t.close()
    await settle()
    print(sp.t.is_closing())
    sp.t.resume_reading()
    await settle()
    print(sp.t.is_closing(), sp.t.is_reading())
    sp.t.pause_reading(); sp.t.resume_reading(); sp.t.close(); sp.t.abort()
    server.close()
asyncio.run(main())
