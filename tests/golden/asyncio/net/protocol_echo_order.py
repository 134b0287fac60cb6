# An echo protocol: the order of events on both sides.
import asyncio
class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print("server made", type(transport).__name__, transport.get_extra_info("peername")[0])
        self.transport = transport
    def data_received(self, data):
        print("server data", data)
        self.transport.write(data)
    def eof_received(self):
        print("server eof")
    def connection_lost(self, exc):
        print("server lost", exc)
class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
    def connection_made(self, transport):
        print("client made")
        transport.write(b"one")
        transport.writelines([b"two", b"three"])
        self.transport = transport
    def data_received(self, data):
        print("client data", data)
        self.transport.write_eof()
    def eof_received(self):
        print("client eof")
    def connection_lost(self, exc):
        print("client lost", exc)
        self.done.set_result(None)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    print(server.is_serving(), len(server.sockets), type(server.sockets[0]).__name__)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname())
    print("connected", transport.is_closing(), transport.get_write_buffer_size(), transport.get_write_buffer_limits(), transport.can_write_eof(), transport.is_reading())
    await done
    print(transport.is_closing(), transport.get_protocol())
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)
    for bad in ("x", None, 5):
        pass
asyncio.run(main())
