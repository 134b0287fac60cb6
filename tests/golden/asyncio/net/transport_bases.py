# The abstract classes that the loop's own transports belong to: a datagram transport is no asyncio.DatagramTransport.
import asyncio
def bases(transport):
    return [name for name in ("Transport", "ReadTransport", "WriteTransport", "DatagramTransport", "SubprocessTransport")
            if isinstance(transport, getattr(asyncio, name))]
async def main():
    loop = asyncio.get_running_loop()
    datagram, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))
    print(type(datagram).__name__, bases(datagram))
    datagram.close()
    process, _ = await loop.subprocess_exec(asyncio.SubprocessProtocol, "cat")
    print(type(process).__name__, bases(process))
    for descriptor in (0, 1):
        pipe = process.get_pipe_transport(descriptor)
        print(type(pipe).__name__, bases(pipe))
    process.close()
    server = await asyncio.start_server(lambda reader, writer: writer.close(), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(type(writer.transport).__name__, bases(writer.transport))
    writer.close()
    server.close()
asyncio.run(main())
