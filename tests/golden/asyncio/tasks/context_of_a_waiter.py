# What is handled where an exception comes out of a task takes the place of the context that it had; through coroutines it keeps its own.
import asyncio
def chain(e):
    out = []
    while e: out.append(repr(e)); e = e.__context__
    return " <- ".join(out)
async def bad():
    try: raise ValueError("original")
    except ValueError: raise KeyError("second")
async def bad_later(): await asyncio.sleep(0); await bad()
async def show(label, make):
    try: 1/0
    except ZeroDivisionError:
        try: await make()
        except KeyError as e: print(label, chain(e))
async def main():
    loop = asyncio.get_running_loop()
    await show("coroutine", bad); await show("coroutine later", bad_later)
    await show("task", lambda: asyncio.create_task(bad())); await show("gather", lambda: asyncio.gather(bad(), bad_later()))
    await show("wait_for", lambda: asyncio.wait_for(bad_later(), 1)); await show("shield", lambda: asyncio.shield(bad_later()))
    async def result():
        t = asyncio.create_task(bad()); await asyncio.wait([t]); return t.result()
    await show("result()", result)
    async def done():
        t = asyncio.create_task(bad()); await asyncio.wait([t]); return await t
    await show("done", done)
    async def exc():
        t = asyncio.create_task(bad()); await asyncio.wait([t]); raise t.exception()
    await show("exception()", exc)
    async def timeout():
        async with asyncio.timeout(1): await bad_later()
    await show("timeout", timeout)
    async def thread():
        def f():
            try: raise ValueError("original")
            except ValueError: raise KeyError("second")
        await asyncio.to_thread(f)
    await show("thread", thread)
    async def through():
        try: raise IndexError("mid")
        except IndexError: await asyncio.create_task(bad_later())
    await show("through", through)
    async def deeper(): await asyncio.create_task(bad_later())
    await show("deeper", deeper)
    async def tg():
        async with asyncio.TaskGroup() as g: g.create_task(bad())
    try: 1/0
    except ZeroDivisionError:
        try: await tg()
        except* KeyError as eg: print(chain(eg), chain(eg.exceptions[0]))
    async def cancelled():
        t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
        try: 1/0
        except ZeroDivisionError:
            try: await t
            except asyncio.CancelledError as e: print("cancelled", chain(e))
            try: t.exception()
            except asyncio.CancelledError as e: print("cancelled exc", chain(e))
    await cancelled()
    f = loop.create_future(); e = KeyError("own"); e.__context__ = OSError("preset"); f.set_exception(e)
    await show("preset", lambda: f)
    def gen():
        try: yield
        except KeyError as e: print("gen", chain(e))
        try: raise LookupError("handled in gen")
        except LookupError:
            try: yield
            except KeyError as e: print("gen2", chain(e))
        yield
    g = gen(); next(g)
    for _ in range(2):
        e = KeyError("thrown"); e.__context__ = OSError("preset")
        try: 1/0
        except ZeroDivisionError: g.throw(e)
asyncio.run(main())
