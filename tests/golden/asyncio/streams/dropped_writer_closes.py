# A writer that nobody holds closes its connection in the loop's thread, even if a collection in another thread finds it: debug mode does not complain.
import asyncio
import gc
import socket
import warnings


async def leave_open():
    ours, theirs = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=ours)


async def main():
    for _ in range(5):
        await asyncio.create_task(leave_open())
    await asyncio.to_thread(gc.collect)
    await asyncio.sleep(0.01)
    print("end")


warnings.simplefilter("ignore")
asyncio.run(main(), debug=True)
