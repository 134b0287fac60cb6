# add_signal_handler() and remove_signal_handler().
import asyncio
import os
import signal


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    arrived, log = asyncio.Event(), []
    loop.add_signal_handler(signal.SIGUSR1, lambda *args: (log.append(args), arrived.set()), 1, 2)
    os.kill(os.getpid(), signal.SIGUSR1)
    await arrived.wait()
    print(log)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1))
    for call in (lambda: loop.add_signal_handler(signal.SIGKILL, print), lambda: loop.add_signal_handler(0, print),
                 lambda: loop.add_signal_handler("x", print), lambda: loop.add_signal_handler(1000, print),
                 lambda: loop.add_signal_handler(signal.SIGINT, coroutine_function), lambda: loop.remove_signal_handler("x"),
                 lambda: loop.remove_signal_handler(99)):
        try:
            call()
        except (RuntimeError, ValueError, TypeError) as error:
            print(type(error).__name__, error)
    arrived.clear()
    loop.add_signal_handler(signal.SIGINT, arrived.set)
    os.kill(os.getpid(), signal.SIGINT)
    await arrived.wait()
    loop.remove_signal_handler(signal.SIGINT)
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


asyncio.run(main())
