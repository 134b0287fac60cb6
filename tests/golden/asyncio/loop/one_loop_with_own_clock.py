# A clock and iterations of a program's own for one loop, not for its class: virtual time, in which nobody waits.
import asyncio
import time


class Clock:
    now = 1000.0

    def time(self):
        return self.now


def use_virtual_time(loop):
    clock, run_once = Clock(), loop._run_once

    def jump_and_run_once():
        if not loop._ready and loop._scheduled:
            clock.now = max(clock.now, loop._scheduled[0]._when)
        run_once()

    loop.time, loop._run_once = clock.time, jump_and_run_once


async def job(name, seconds):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(seconds)
    print(f"{loop.time():8}: {name}")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(job("an hour", 3600), job("a minute", 60), job("a second", 1))
    try:
        await asyncio.wait_for(job("never", 10**6), 1000)
    except TimeoutError:
        print(f"{loop.time():8}: too late")
    loop.call_later(86400, print, "a day").cancel()
    loop.call_at(loop.time() + 10, lambda: print(f"{loop.time():8}: at"))
    async with asyncio.timeout(50) as deadline:
        await asyncio.sleep(20)
    print(f"{loop.time():8}: before {deadline.when()}")


began = time.monotonic()
loop = asyncio.new_event_loop()
use_virtual_time(loop)
loop.run_until_complete(main())
loop.close()
print(time.monotonic() - began < 10)
