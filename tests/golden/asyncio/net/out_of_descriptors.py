# A server that runs out of descriptors reports it, does not spin, and accepts again when descriptors are back.
import asyncio, os, resource, socket
from asyncio import constants
constants.ACCEPT_RETRY_DELAY = 0.02
async def main():
    loop = asyncio.get_running_loop()
    reports = []
    loop.set_exception_handler(lambda loop, context: reports.append(context))
    async def handle(reader, writer):
        writer.write(b"welcome")
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    client = socket.socket()
    client.setblocking(False)
    held = []
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (60, hard))
    try:
        while True:
            held.append(os.dup(0))
    except OSError as e:
        print("full:", e)
    await loop.sock_connect(client, server.sockets[0].getsockname())
    await asyncio.sleep(0.1)
    first = reports[0]
    print(first["message"], type(first["exception"]).__name__, first["exception"].errno)
    for fd in held:
        os.close(fd)
    print(await loop.sock_recv(client, 100))
    client.close()
    server.close()
    await server.wait_closed()
asyncio.run(main())
