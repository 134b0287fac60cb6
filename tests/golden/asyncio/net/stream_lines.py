# Stream server and client, lines.
import asyncio
async def handle(reader, writer):
    print("handle", writer.get_extra_info("peername")[0])
    async for line in reader:
        print("got", line)
        writer.write(line[::-1].strip() + b"\n")
        await writer.drain()
    print("at eof", reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print("server closed")
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(host, port)
        for word in (b"abc", b"defg"):
            writer.write(word + b"\n")
            await writer.drain()
            print("reply", await reader.readline())
        writer.write_eof()
        print("rest", await reader.read())
        writer.close()
        await writer.wait_closed()
    print("done")
asyncio.run(main())
