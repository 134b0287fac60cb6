# serve_forever, start_serving, close, and repr of servers.
import asyncio
async def main():
    server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0, start_serving=False)
    print(server.is_serving(), len(server.sockets))
    await server.start_serving()
    print(server.is_serving(), server.get_loop() is asyncio.get_running_loop())
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(str(e).split("<")[0], str(e).split(">")[-1])
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    print(server.is_serving(), server.sockets, server)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(e)
    server.close()
    await server.wait_closed()
    async with await asyncio.start_server(lambda r, w: w.close(), ["127.0.0.1", "127.0.0.2"], 0) as server:
        print(len(server.sockets))
    print(server.sockets)
asyncio.run(main())
