# An exception that is thrown into a generator or coroutine before it began: the place is its first line, a decorator's if there is one, without carets.
import asyncio
import traceback


def decorated(function):
    return function


@decorated
async def coroutine(
    argument,
):
    """Has a docstring."""
    await asyncio.sleep(argument)


def generator():
    first = yield
    yield first


async def cancelled_at_once():
    task = asyncio.create_task(coroutine(1))
    task.cancel()
    await task


def show(call):
    try:
        call()
    except BaseException as error:
        for level in traceback.extract_tb(error.__traceback__)[1:]:
            if "asyncio" not in level.filename:
                print(level.name, level.lineno, level.line, level.colno)
        print(repr(error))


show(lambda: coroutine(1).throw(ValueError("thrown")))
show(lambda: generator().throw(ValueError("thrown")))
show(lambda: (item for item in "text").throw(ValueError("thrown")))
show(lambda: asyncio.run(cancelled_at_once()))
