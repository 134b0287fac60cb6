# Several tasks wait in drain() at the same time; a lost connection wakes all.
import asyncio
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
async def main():
    release = asyncio.Event()
    async def handle(r, w):
        await release.wait()
        w.transport.abort()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
    w.write(b"x" * 10**7)
    async def drainer(n):
        try:
            await w.drain()
            print(n, "drained")
        except ConnectionError as e:
            print(n, type(e).__name__)
    tasks = [asyncio.create_task(drainer(i)) for i in range(3)]
    await settle()
    print([t.done() for t in tasks])
    tasks[1].cancel()
    await asyncio.sleep(0)
    release.set()
    await asyncio.wait(tasks)
    print(tasks[1].cancelled())
    try:
        await w.drain()
    except ConnectionError as e:
        print(type(e).__name__)
    w.close()
    try:
        await w.wait_closed()
    except ConnectionError as e:
        print(type(e).__name__)
    server.close()
asyncio.run(main())
