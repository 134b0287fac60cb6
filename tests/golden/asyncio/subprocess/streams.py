# The pipes of a child are streams.
import asyncio
from asyncio.subprocess import PIPE


async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    process.stdin.write(b"line 1\nline 2\nrest")
    await process.stdin.drain()
    print(await process.stdout.readline(), await process.stdout.readline(), await process.stdout.readexactly(4))
    process.stdin.close()
    await process.stdin.wait_closed()
    print(await process.stdout.read(), process.stdout.at_eof(), await process.wait())

    process = await asyncio.create_subprocess_exec("sh", "-c", "for i in 1 2 3; do echo $i; done", stdout=PIPE)
    async for line in process.stdout:
        print(line)
    print(await process.wait())

    process = await asyncio.create_subprocess_exec("true", stdin=PIPE)
    print(await process.communicate(b"x" * 300_000), process.returncode)

    process = await asyncio.create_subprocess_shell("cat; echo end", stdin=PIPE, stdout=PIPE, limit=8)
    process.stdin.write(b"a line that is longer than the limit\n")
    process.stdin.write_eof()
    try:
        await process.stdout.readline()
    except ValueError as error:
        print(error)
    await process.stdout.read()
    print(await process.wait())


asyncio.run(main())
