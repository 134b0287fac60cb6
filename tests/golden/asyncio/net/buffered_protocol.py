# BufferedProtocol: the transport reads into the protocol's own buffer.
import asyncio
class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.done = done
        self.buffer = bytearray(4)
    def connection_made(self, transport):
        print("made")
    def get_buffer(self, sizehint):
        print("get_buffer", sizehint)
        return self.buffer
    def buffer_updated(self, nbytes):
        print("updated", nbytes, bytes(self.buffer[:nbytes]))
    def eof_received(self):
        print("eof")
    def connection_lost(self, exc):
        print("lost", exc)
        self.done.set_result(None)
class Bad(asyncio.BufferedProtocol):
    def __init__(self, kind, done):
        self.kind, self.done = kind, done
    def get_buffer(self, sizehint):
        if self.kind == 0:
            return bytearray(0)
        if self.kind == 1:
            raise ZeroDivisionError("no buffer")
        return bytearray(10)
    def buffer_updated(self, nbytes):
        raise KeyError("updated")
    def connection_lost(self, exc):
        self.done.set_result(exc)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context["exception"])))
    async def handle(reader, writer):
        writer.write(b"0123456789")
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    done = loop.create_future()
    await loop.create_connection(lambda: Buffered(done), *server.sockets[0].getsockname())
    await done
    for kind in range(3):
        done = loop.create_future()
        await loop.create_connection(lambda: Bad(kind, done), *server.sockets[0].getsockname())
        print(repr(await done))
    server.close()
    await server.wait_closed()
asyncio.run(main())
