# Unix sockets: streams, a stale file, an abstract name.
import asyncio, os
path = f"/tmp/golden-{os.getpid()}.sock"
async def handle(reader, writer):
    print("server", writer.get_extra_info("sockname") == path, repr(writer.get_extra_info("peername")))
    writer.write((await reader.readline()).upper())
    writer.close()
async def main():
    server = await asyncio.start_unix_server(handle, path)
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b"hello\n")
    print(await reader.readline(), await reader.readline())
    writer.close()
    server.close()
    await server.wait_closed()
    print("file is still there:", os.path.exists(path))
    server = await asyncio.start_unix_server(handle, path)
    server.close()
    os.remove(path)
    name = f"\0golden-{os.getpid()}"
    async def other(reader, writer):
        print("abstract", writer.get_extra_info("sockname") == name.encode())
        writer.close()
    async with await asyncio.start_unix_server(other, name) as server:
        reader, writer = await asyncio.open_unix_connection(name)
        print(await reader.read())
        writer.close()
    try:
        await asyncio.open_unix_connection(path)
    except FileNotFoundError as e:
        print(e)
    try:
        await asyncio.open_unix_connection("")
    except OSError as e:
        print("empty path:", e)
asyncio.run(main())
