# Files through transports and sockets: offsets, counts, file positions, what cannot be sent, and os.sendfile() itself.
import asyncio, tempfile, os, io, socket
async def main():
    loop = asyncio.get_running_loop()
    with tempfile.TemporaryFile() as f:
        f.write(bytes(range(256))*8000); f.flush()
        got = []
        async def h(r, w): got.append(len(await r.read())); w.close()
        s = await asyncio.start_server(h, "127.0.0.1", 0); addr = s.sockets[0].getsockname()
        for off, cnt in ((0, None), (100, 1000), (100, 0) , (0, 5000000), (3000000, None)):
            r, w = await asyncio.open_connection(*addr)
            try: print(off, cnt, await loop.sendfile(w.transport, f, off, cnt), f.tell())
            except Exception as e: print(type(e).__name__, e)
            w.close(); await w.wait_closed(); await asyncio.sleep(0.05)
        while len(got) < 5:
            await asyncio.sleep(0.01)
        print(sorted(got))
        c = socket.socket(); c.setblocking(False); await loop.sock_connect(c, addr)
        print(await loop.sock_sendfile(c, f, 10, 20), f.tell())
        print(await loop.sock_sendfile(c, io.BytesIO(b"memory"), 1))
        try: await loop.sock_sendfile(c, io.BytesIO(b"memory"), 1, fallback=False)
        except asyncio.SendfileNotAvailableError as e: print(type(e).__name__, e)
        for bad in ((f, -1), (f, 0, -1), (f, "a"), (f, 0, "b")):
            try: print(await loop.sock_sendfile(c, *bad))
            except Exception as e: print(type(e).__name__, e)
        c.close()
        while len(got) < 6:
            await asyncio.sleep(0.01)
        print(got[-1])
        a, b = os.pipe(); f.seek(5)
        print(os.sendfile(b, f.fileno(), 0, 10), os.sendfile(b, f.fileno(), None, 3), os.lseek(f.fileno(), 0, 1), os.read(a, 100))
        for bad in ((b, 999, 0, 1), (b, f.fileno(), 0, -1), (b, f.fileno(), "x", 1)):
            try: os.sendfile(*bad)
            except (OSError, TypeError) as e: print(type(e).__name__, e)
        s.close()
asyncio.run(main())
