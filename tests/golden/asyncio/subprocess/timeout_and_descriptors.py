# A timeout leaves the child alone; descriptors go when it ends.
import asyncio
import os
from asyncio.subprocess import PIPE


def count():
    return len(os.listdir("/proc/self/fd"))


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    try:
        await asyncio.wait_for(process.wait(), 0.01)
    except asyncio.TimeoutError:
        print("timeout", process.returncode)
    process.stdin.close()
    print(await process.wait(), await process.stdout.read())
    before = count()
    for _ in range(5):
        process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE, stderr=PIPE)
        await process.communicate(b"x")
        process = await asyncio.create_subprocess_exec("sleep", "60", stdin=PIPE)
        process.kill()
        await process.wait()
        try:
            await asyncio.create_subprocess_exec("no-such-program", stdin=PIPE, stdout=PIPE)
        except FileNotFoundError:
            pass
    await asyncio.sleep(0.01)
    print(count() - before)


asyncio.run(main())
