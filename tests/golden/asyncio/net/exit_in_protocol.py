# SystemExit in a protocol leaves the loop.
import asyncio
class P(asyncio.Protocol):
    def data_received(self, d):
        print("exit now")
        raise SystemExit(3)
async def main():
    loop = asyncio.get_running_loop()
    async def handle(r, w):
        w.write(b"x")
        try:
            await asyncio.sleep(10)
        finally:
            print("handler ends")
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    await loop.create_connection(P, *server.sockets[0].getsockname())
    await asyncio.sleep(10)
asyncio.run(main())
