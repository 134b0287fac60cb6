# Handles of readers and writers tell in debug mode where they were made, as others do.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()

    def report(loop, context):
        origin = [level for level in context["source_traceback"] if level.filename == __file__]
        print(context["message"].partition(" at ")[0], "| made in", origin[-1].name)
        loop.remove_reader(ours)
        loop.remove_writer(ours)
        print(repr(context["handle"]).partition(" at ")[0])

    def fail():
        raise ValueError

    loop.set_exception_handler(report)
    loop.add_writer(ours, fail)
    await asyncio.sleep(0.01)
    theirs.send(b"x")
    loop.add_reader(ours, fail)
    await asyncio.sleep(0.01)
    ours.close()
    theirs.close()


asyncio.run(main(), debug=True)
