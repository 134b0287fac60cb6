# Every event of both sides of a connection, in order.
import asyncio
log = []
class S(asyncio.Protocol):
    def connection_made(self, t):
        log.append("S made"); self.t = t
        t.write(b"hello")
        asyncio.get_running_loop().call_soon(log.append, "S soon")
    def data_received(self, d):
        log.append(f"S data {d}")
        self.t.write(d)
        asyncio.get_running_loop().call_soon(log.append, "S after data")
    def eof_received(self):
        log.append("S eof"); return True
    def connection_lost(self, e): log.append(f"S lost {e}")
class C(asyncio.Protocol):
    def connection_made(self, t):
        log.append("C made"); self.t = t
        asyncio.get_running_loop().call_soon(log.append, "C soon")
    def data_received(self, d):
        log.append(f"C data {d}")
        if d == b"hello":
            self.t.write(b"bye")
        else:
            self.t.write_eof()
            asyncio.get_running_loop().call_later(0.01, self.t.close)
    def connection_lost(self, e): log.append(f"C lost {e}"); done.set_result(None)
async def ticker():
    n = 0
    while not done.done():
        n += 1
        await asyncio.sleep(0)
async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    server = await loop.create_server(S, "127.0.0.1", 0)
    t = asyncio.create_task(ticker())
    await loop.create_connection(C, *server.sockets[0].getsockname())
    log.append("connected")
    await done
    server.close()
    await t
asyncio.run(main())
print("\n".join(log))
