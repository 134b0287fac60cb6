# A handler installed by signal.signal() after add_signal_handler() runs first, the loop's callback all the same.
import asyncio, signal
async def main():
    loop = asyncio.get_running_loop()
    number = signal.SIGUSR1
    loop.add_signal_handler(number, print, "loop")
    print(signal.getsignal(number).__name__)
    signal.raise_signal(number)
    await asyncio.sleep(0.01)
    old = signal.signal(number, lambda number, frame: print("plain", number == signal.SIGUSR1))
    print(old.__name__)
    signal.raise_signal(number)
    await asyncio.sleep(0.01)
    def fail(number, frame):
        raise LookupError("plain handler")
    signal.signal(number, fail)
    try:
        signal.raise_signal(number)
    except LookupError as e:
        print(repr(e))
    await asyncio.sleep(0.01)
    signal.signal(number, signal.SIG_IGN)
    signal.raise_signal(number)
    await asyncio.sleep(0.01)
    print(loop.remove_signal_handler(number), signal.getsignal(number) == signal.SIG_DFL)
asyncio.run(main())
