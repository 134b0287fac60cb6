# Closing the loop with connections under way gives every descriptor back.
import asyncio, gc, os
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
def count():
    return len(os.listdir("/proc/self/fd"))
async def leave_open():
    async def handle(reader, writer):
        await reader.read()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    pairs = [await asyncio.open_connection(*server.sockets[0].getsockname()) for _ in range(5)]
    r, w = os.pipe()
    asyncio.get_running_loop().add_reader(r, print)
    await settle()
    os.close(w)
    os.close(r)
    for reader, writer in pairs:
        writer.transport.abort()
    server.close()
async def warm_up():
    await asyncio.open_connection("127.0.0.1", 1)
try:
    asyncio.run(warm_up())
except OSError:
    pass
before = count()
for _ in range(3):
    asyncio.run(leave_open())
gc.collect()
print("left over:", count() - before)
