# sendfile and sock_sendfile: whole files, parts, wrong arguments.
import asyncio, os, socket
path = f"/tmp/golden-{os.getpid()}.bin"
with open(path, "wb") as f:
    f.write(bytes(range(256)) * 2000)
async def main():
    loop = asyncio.get_running_loop()
    results = asyncio.Queue()
    async def handle(r, w):
        results.put_nowait(len(await r.read()))
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    addr = server.sockets[0].getsockname()
    for offset, count in ((0, None), (1000, None), (1000, 5000), (512000, 10), (0, 600000)):
        with open(path, "rb") as f:
            r, w = await asyncio.open_connection(*addr)
            n = await loop.sendfile(w.transport, f, offset, count)
            w.close()
            print(offset, count, n, await results.get(), f.tell())
    with open(path, "rb") as f:
        s = socket.socket(); s.setblocking(False)
        await loop.sock_connect(s, addr)
        print(await loop.sock_sendfile(s, f, 10, 100), f.tell())
        s.close()
        print(await results.get())
        s = socket.socket(); s.setblocking(False)
        for args in ((f, 0, 0), (f, 0, "x"), (f, -1), (f, "x")):
            try:
                await loop.sock_sendfile(s, *args)
            except (ValueError, TypeError) as e:
                print(e)
        with open(path) as text:
            try:
                await loop.sock_sendfile(s, text)
            except ValueError as e:
                print(e)
        r, w = await asyncio.open_connection(*addr)
        w.close()
        try:
            await loop.sendfile(w.transport, f)
        except RuntimeError as e:
            print(e)
    server.close()
asyncio.run(main())
os.remove(path)
