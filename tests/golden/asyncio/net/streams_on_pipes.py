# Ends of pipes, unix streams and write_eof with asynchronous iteration.
import asyncio, os
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb"))
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(w, "wb"))
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    for i in range(3):
        writer.write(b"line %d\n" % i)
        await writer.drain()
    writer.close()
    async for line in reader:
        print(line)
    print(reader.at_eof())
asyncio.run(main())
