# TLS with protocols: order of events on both sides, and a lot of data with back-pressure.
import asyncio, ssl
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
client_context = ssl.create_default_context(cafile="_cert.pem")
class Server(asyncio.Protocol):
    def connection_made(self, transport):
        print("server made", type(transport).__name__)
        self.transport = transport
        self.size = 0
    def data_received(self, data):
        self.size += len(data)
        if self.size == 3000000:
            print("server has all")
            self.transport.write(b"thanks")
    def eof_received(self):
        print("server eof")
    def connection_lost(self, exc):
        print("server lost", exc)
class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.paused = 0
    def connection_made(self, transport):
        print("client made")
        self.transport = transport
        print(transport.get_write_buffer_limits(), transport.get_read_buffer_limits())
        transport.write(b"x" * 3000000)
    def pause_writing(self):
        self.paused += 1
    def resume_writing(self):
        self.paused -= 1
    def data_received(self, data):
        print("client data", data, self.paused)
        self.transport.close()
        print(self.transport.is_closing())
    def eof_received(self):
        print("client eof")
    def connection_lost(self, exc):
        print("client lost", exc)
        self.done.set_result(None)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0, ssl=server_context)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname(), ssl=client_context)
    print("connected")
    await done
    server.close()
    await server.wait_closed()
    for kw in (dict(ssl_handshake_timeout=0), dict(ssl_shutdown_timeout=-1)):
        try:
            await loop.create_connection(asyncio.Protocol, "127.0.0.1", 1, ssl=client_context, **kw)
        except (ValueError, OSError) as e:
            print(e)
asyncio.run(main())
