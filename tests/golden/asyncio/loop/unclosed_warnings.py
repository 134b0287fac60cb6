# ResourceWarnings of loops, transports and stream writers that were dropped without close(): each is closed after the warning.
import asyncio
import os
import re
import socket
import warnings


def finalize(label, thing):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        thing.__del__()
    texts = [re.sub(r"fd=\d+", "fd=N", str(warning.message).partition(" reader=")[0]) for warning in caught if warning.category is ResourceWarning]
    print(f"{label}:", *texts or ["no warning"])


loop = asyncio.new_event_loop()
finalize("loop", loop)
print("closed:", loop.is_closed())
finalize("closed loop", loop)


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    finalize("socket transport", transport)
    print("descriptor:", ours.fileno())
    theirs.close()

    ours, theirs = socket.socketpair()
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=ours)
    transport.close()
    await asyncio.sleep(0)
    finalize("closed socket transport", transport)
    theirs.close()

    reading, writing = os.pipe()
    pipe = open(reading, "rb", 0)
    transport, _ = await loop.connect_read_pipe(asyncio.Protocol, pipe)
    finalize("pipe transport", transport)
    print("closed:", pipe.closed)
    os.close(writing)

    ours, theirs = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ours)
    finalize("stream writer", writer)
    print("closing:", writer.is_closing())
    finalize("closed stream writer", writer)
    theirs.close()


asyncio.run(main())
