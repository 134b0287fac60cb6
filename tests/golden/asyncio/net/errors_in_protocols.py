# Exceptions in protocols and in the callback of a stream server.
import asyncio
class Failing(asyncio.Protocol):
    def __init__(self, where, done):
        self.where, self.done = where, done
    def connection_made(self, transport):
        if self.where == "made":
            raise ValueError("in made")
        self.transport = transport
        transport.write(b"x")
    def data_received(self, data):
        raise ValueError("in data")
    def eof_received(self):
        raise ValueError("in eof")
    def connection_lost(self, exc):
        print("lost", repr(exc))
        self.done.set_result(None)
        raise ValueError("in lost")
async def main():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        print("handler:", context["message"].split("(")[0], repr(context["exception"]), sorted(context))
    loop.set_exception_handler(handler)
    async def echo(reader, writer):
        data = await reader.read(1)
        if data == b"?":
            raise RuntimeError("in server")
        writer.write(data)
        writer.close()
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    for where in ("data", "eof", "made"):
        done = loop.create_future()
        transport, protocol = await loop.create_connection(lambda: Failing(where, done), *address)
        if where == "made":
            transport.abort()
        await done
        await asyncio.sleep(0)
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"?")
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
asyncio.run(main())
