# Back-pressure: a peer that does not read stops drain().
import asyncio
async def main():
    got = 0
    release = asyncio.Event()
    async def handle(reader, writer):
        nonlocal got
        await release.wait()
        while data := await reader.read(65536):
            got += len(data)
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    chunk = b"x" * 100000
    sent = 0
    blocked = False
    while not blocked:
        writer.write(chunk)
        sent += len(chunk)
        try:
            await asyncio.wait_for(writer.drain(), 0.05)
        except asyncio.TimeoutError:
            blocked = True
    size = writer.transport.get_write_buffer_size()
    low, high = writer.transport.get_write_buffer_limits()
    print("blocked", high < size < high + len(chunk) + 1, (low, high))
    release.set()
    await writer.drain()
    print("drained", writer.transport.get_write_buffer_size() <= low)
    writer.close()
    await writer.wait_closed()
    while got < sent:
        await asyncio.sleep(0.001)
    print("all there", got == sent)
    server.close()
    await server.wait_closed()
asyncio.run(main())
