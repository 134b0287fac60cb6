import asyncio, io
class Reads:
    """A file that can only be read into a buffer."""
    def __init__(self, data): self.data = data
    def readinto(self, buffer):
        size = min(len(buffer), len(self.data)); buffer[:size] = self.data[:size]; self.data = self.data[size:]; return size
    def tell(self): return 0
class Collect(asyncio.Protocol):
    def __init__(self): self.data = bytearray(); self.ended = asyncio.get_running_loop().create_future()
    def data_received(self, data): self.data += data
    def connection_lost(self, error): self.ended.set_result(None)
async def main():
    loop = asyncio.get_running_loop(); received = []
    server = await loop.create_server(lambda: received.append(Collect()) or received[-1], "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    memory = io.BytesIO(bytes(range(256)) * 200)
    memory.seek(5)
    for file, options in ((memory, {}), (memory, {"offset": 3, "count": 20000}), (memory, {"offset": 51195}), (memory, {"fallback": False}), (Reads(b"r" * 40000), {}), ("text", {})):
        transport, protocol = await loop.create_connection(asyncio.Protocol, *address)
        try: print("sent", await loop.sendfile(transport, file, **options))
        except Exception as error: print(type(error).__name__, error)
        transport.close()
        while not received: await asyncio.sleep(0)
        await received[0].ended
        data = received.pop().data
        print(len(data), bytes(data[:4]), memory.tell())
    server.close()
asyncio.run(main())
