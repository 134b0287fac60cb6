# In debug mode reports tell where the future or task was made, besides what happened to it.
import asyncio
import gc


def report(loop, context):
    origin = [level for level in context.get("source_traceback", ()) if level.filename == __file__]
    print(context["message"].partition(" at ")[0], list(context), origin and f"{origin[-1].name}, line {origin[-1].lineno}")


async def fail():
    raise ValueError


def lose_future(loop):
    loop.create_future().set_exception(KeyError())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    for debug in (False, True):
        print("debug", debug)
        loop.set_debug(debug)
        lose_future(loop)
        gc.collect()
        loop.create_task(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gc.collect()
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)


asyncio.run(main())
