# create_subprocess_exec() and create_subprocess_shell(): outputs, exit codes, signals.
import asyncio
import signal
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def run(number):
    process = await asyncio.create_subprocess_exec("sh", "-c", f"exit {number}")
    return await process.wait()


async def main():
    process = await asyncio.create_subprocess_exec("echo", "hi", stdout=PIPE)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=PIPE, stderr=PIPE)
    print(await process.communicate(), process.returncode, await process.wait())
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(len((await process.communicate(b"x" * 300_000))[0]))
    process = await asyncio.create_subprocess_exec("sh", "-c", "echo $NAME; pwd", env={"NAME": "value"}, cwd="/", stdout=PIPE)
    print(await process.communicate())
    process = await asyncio.create_subprocess_exec("sh", "-c", "echo both >&2", stdout=PIPE, stderr=STDOUT)
    print(await process.communicate())
    process = await asyncio.create_subprocess_exec("echo", "lost", stdout=DEVNULL)
    print(await process.communicate(), process.stdin, process.stdout, process.stderr)
    for send, in ((lambda p: p.terminate(),), (lambda p: p.kill(),), (lambda p: p.send_signal(signal.SIGINT),)):
        process = await asyncio.create_subprocess_exec("sleep", "60")
        before = process.returncode
        send(process)
        print(before, await process.wait(), process.returncode)
        try:
            send(process)
        except ProcessLookupError:
            print("ProcessLookupError")
    print(await asyncio.gather(*[run(number) for number in range(8)]))
    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE)
    waiters = [asyncio.create_task(process.wait()) for _ in range(4)]
    process.stdin.close()
    print(await asyncio.gather(*waiters), repr(process) == f"<Process {process.pid}>")


asyncio.run(main())
