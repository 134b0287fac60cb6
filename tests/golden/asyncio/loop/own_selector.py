# A selector of the program is what the loop waits with: sockets, children, signals, threads and timers go through its select().
import asyncio, selectors, signal, os, threading
class Own(selectors.DefaultSelector):
    calls = []
    def select(self, timeout=None):
        self.calls.append(timeout)
        return super().select(timeout)
loop = asyncio.SelectorEventLoop(Own())
asyncio.set_event_loop(loop)
async def main():
    async def handle(r, w):
        async for line in r:
            w.write(line.upper())
        w.close()
    s = await asyncio.start_server(handle, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
    w.write(b'hello\nworld\n'); w.write_eof()
    print(await r.read())
    w.close(); s.close()
    p = await asyncio.create_subprocess_exec('cat', stdin=-1, stdout=-1)
    print(await p.communicate(b'through cat'), p.returncode)
    got = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, got.set)
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
    await got.wait()
    print('signal')
    print(await asyncio.to_thread(lambda: 42))
    try:
        async with asyncio.timeout(0.05):
            await asyncio.Event().wait()
    except TimeoutError: print('timeout')
loop.run_until_complete(main())
print(type(loop).__name__, None in Own.calls, 0 in Own.calls, loop._selector.__class__.__name__)
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop._selector)


# One that does not wait makes time pass at once.
class Jump(selectors.SelectSelector):
    now = 0.0

    def select(self, timeout=None):
        if timeout:
            self.now += timeout
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(Jump())

    def time(self):
        return self._selector.now


async def hours():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3600)
    print(loop.time())
    await asyncio.gather(asyncio.sleep(5), asyncio.sleep(100))
    print(loop.time())


with asyncio.Runner(loop_factory=JumpingLoop) as runner:
    runner.run(hours())
