# Context variables in protocols and stream handlers.
import asyncio, contextvars
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
var = contextvars.ContextVar("var", default="none")
class P(asyncio.Protocol):
    def connection_made(self, t):
        print("made", var.get())
        var.set("made")
        self.t = t
    def data_received(self, d):
        print("data", var.get())
        self.t.close()
    def connection_lost(self, e):
        print("lost", var.get())
        done.set_result(None)
async def main():
    global done
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    var.set("server")
    async def handle(r, w):
        print("handle", var.get())
        var.set("handler")
        w.write(b"x")
        await r.read()
        print("handle end", var.get())
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    var.set("client")
    await loop.create_connection(P, *server.sockets[0].getsockname())
    print("main", var.get())
    await done
    await settle()
    server.close()
asyncio.run(main())
