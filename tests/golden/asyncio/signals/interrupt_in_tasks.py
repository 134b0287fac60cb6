# Ctrl-C cancels the main task; KeyboardInterrupt and SystemExit leave the loop at once.
import asyncio
import os
import signal


async def interrupted(quiet=True):
    asyncio.get_running_loop().call_later(0.001, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("finally")


async def swallowing():
    try:
        await interrupted()
    except asyncio.CancelledError:
        return "swallowed"


async def twice():
    signal.raise_signal(signal.SIGINT)
    print("the first one only cancels")
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        print("the second one is raised here")
        raise


async def leaving():
    raise SystemExit(5)


for function in (interrupted, swallowing, twice, leaving):
    try:
        print(asyncio.run(function()))
    except (KeyboardInterrupt, SystemExit) as error:
        print(function.__name__, repr(error))
