# wait() is over when the process and the pipes to it have ended: a child of its own may hold them longer, and what was not read is there afterwards.
import asyncio

PIPE = asyncio.subprocess.PIPE


async def lines(stream, name, log):
    async for line in stream:
        log.append((name, line))
    log.append((name, "end"))


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self):
        self.log = []

    def pipe_connection_lost(self, fd, exc):
        self.log.append(f"pipe {fd} lost")

    def process_exited(self):
        self.log.append("exited")

    def connection_lost(self, exc):
        self.log.append("connection lost")


async def main():
    process = await asyncio.create_subprocess_shell("read line; exec 3<&0; cat <&3 & exit 4", stdin=PIPE, stdout=PIPE)
    waiting = asyncio.create_task(process.wait())
    await asyncio.sleep(0)
    process.stdin.write(b"the shell ends\ncat goes on\n")
    print(await process.stdout.readline())
    while process.returncode is None:
        await asyncio.sleep(0.01)
    print(process.returncode, waiting.done(), await process.wait())
    process.stdin.close()
    print(await waiting, await process.stdout.read())

    process = await asyncio.create_subprocess_exec("echo", "not read yet", stdout=PIPE)
    print(await process.wait(), await process.stdout.read())

    process = await asyncio.create_subprocess_exec("sh", "-c", "read line; exit 3", stdin=PIPE)
    waiting = [asyncio.create_task(process.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    process.stdin.close()
    print(await asyncio.gather(*waiting, return_exceptions=True))

    log = []
    process = await asyncio.create_subprocess_shell("echo a; echo b >&2; sleep 0.02; echo c", stdout=PIPE, stderr=PIPE)
    await asyncio.gather(lines(process.stdout, "out", log), lines(process.stderr, "err", log), process.wait())
    print([entry for entry in log if entry[0] == "out"], [entry for entry in log if entry[0] == "err"])

    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_shell(Protocol, "sleep 0.1 & exit 2", stdin=None, stderr=None)
    while "connection lost" not in protocol.log:
        await asyncio.sleep(0.01)
    print(transport.get_returncode(), protocol.log)


asyncio.run(main())
