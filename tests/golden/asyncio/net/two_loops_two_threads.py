# Two loops in two threads talk to each other.
import asyncio, threading
ready = threading.Event()
address = None
def server_thread():
    async def main():
        global address
        stop = asyncio.Event()
        async def handle(r, w):
            while line := await r.readline():
                w.write(b"echo " + line)
                await w.drain()
            w.close()
            stop.set()
        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        address = server.sockets[0].getsockname()
        ready.set()
        await stop.wait()
        server.close()
        await server.wait_closed()
    asyncio.run(main())
t = threading.Thread(target=server_thread)
t.start()
ready.wait()
async def client():
    r, w = await asyncio.open_connection(*address)
    for i in range(5):
        w.write(b"%d\n" % i)
        print(await r.readline())
    w.close()
    await w.wait_closed()
asyncio.run(client())
t.join()
print("done")
