"""Coroutines under the profiler: each resumption is a call, waiting is nobody's running time."""
import asyncio
import cProfile
import pstats
import time


async def leaf(n):
    for _ in range(n):
        await asyncio.sleep(0.02)
    return n


async def outer(n):
    return await leaf(n)


async def ticker(count):
    for i in range(count):
        yield i
        await asyncio.sleep(0.001)


async def busy(seconds):
    await asyncio.sleep(0.005)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def consume():
    found = []
    async for i in ticker(3):
        found.append(i)
    return found


async def main():
    print(await asyncio.gather(outer(2), outer(3), busy(0.05), consume()))


profile = cProfile.Profile()
profile.enable()
asyncio.run(main())
profile.disable()
profile.create_stats()
rows = {name: row for (file, line, name), row in profile.stats.items() if file.endswith("tasks.py")}
for name in ("leaf", "outer", "busy", "main", "consume", "ticker"):
    primitive, calls, own, total, callers = rows[name]
    print(f"{name}: {calls} calls, {primitive} primitive, called by {sorted(caller[2] for caller in callers if caller[0].endswith('tasks.py'))}")
print("leaf waits, but does not run:", rows["leaf"][3] < 0.03, rows["outer"][3] < 0.03)
print("busy runs:", 0.05 <= rows["busy"][3] < 1)
waiting = profile.stats["~", 0, "<method 'poll' of 'select.epoll' objects>"]
print("the loop waits:", waiting[3] > 0.005)
