# The traceback of a future's exception: whole for the first who asks, only the own way for everybody after.
import asyncio, traceback
def names(e): return [f.name for f in traceback.extract_tb(e.__traceback__)]
async def bad(): raise ValueError("x")
async def main():
    t=asyncio.create_task(bad())
    for _ in range(3):
        try: await t
        except ValueError as e: print(names(e))
    t=asyncio.create_task(bad()); await asyncio.wait([t])
    print(names(t.exception()))
    for _ in range(2):
        try: t.result()
        except ValueError as e: print(names(e))
    print(names(t.exception()))
    f=asyncio.get_running_loop().create_future(); f.set_exception(TimeoutError("t"))
    for _ in range(3):
        try: await f
        except TimeoutError as e: print(names(e))
    t=asyncio.create_task(bad())
    async def w():
        try: await t
        except ValueError as e: print(names(e))
    await asyncio.gather(w(),w(),w())
    g=asyncio.gather(bad())
    for _ in range(2):
        try: await g
        except ValueError as e: print(names(e))
asyncio.run(main())
