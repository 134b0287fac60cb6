# A generator that yields instead of ending at aclose(): the error, what it does after it, and what the loop's shutdown reports.
import asyncio


async def stubborn(count):
    for number in range(count):
        try:
            yield number
        except GeneratorExit:
            pass


async def after_the_first_aclose(count):
    generator = stubborn(count)
    print("first item:", await anext(generator))
    steps = {
        "aclose": generator.aclose,
        "aclose again": generator.aclose,
        "anext": lambda: anext(generator),
        "athrow": lambda: generator.athrow(ValueError("thrown")),
        "aclose at the end": generator.aclose,
    }
    for name, step in steps.items():
        try:
            print(f"{name}: {await step()}")
        except Exception as error:
            print(f"{name}: {error!r}, running: {generator.ag_running}")


async def iteration_goes_on():
    generator = stubborn(5)
    await anext(generator)
    try:
        await generator.aclose()
    except RuntimeError as error:
        print(error)
    print([item async for item in generator])


async def shutdown_reports():
    def report(loop, context):
        print(context["message"].split(" <")[0], "->", repr(context["exception"]))

    async def slow_to_close():
        try:
            yield
        finally:
            await asyncio.sleep(10)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    generator = slow_to_close()
    await anext(generator)
    closing = asyncio.create_task(generator.aclose())
    await asyncio.sleep(0)
    await loop.shutdown_asyncgens()
    closing.cancel()
    await asyncio.wait([closing])

    closed = stubborn(3)
    await anext(closed)
    try:
        await closed.aclose()
    except RuntimeError:
        await loop.shutdown_asyncgens()
    print([item async for item in closed])


# A loop of its own for each: it knows no generator of the others.
for check in after_the_first_aclose(2), after_the_first_aclose(4), iteration_goes_on(), shutdown_reports():
    asyncio.run(check)
