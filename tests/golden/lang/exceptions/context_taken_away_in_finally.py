# A function that clears the context of what it raises has the last word: callers that handle another exception do not set it again.
import asyncio


class Failure(Exception):
    pass


async def fail(pauses):
    if pauses:
        await asyncio.sleep(0)
    error = Failure()
    try:
        raise error
    finally:
        error.__context__ = None


async def generator():
    try:
        yield
    except BaseException:
        await fail(True)


async def throw(outer):
    values = generator()
    await anext(values)
    await values.athrow(outer)


async def main():
    for step in (lambda outer: fail(False), lambda outer: fail(True), throw):
        try:
            try:
                raise IndexError("outer")
            except IndexError as outer:
                await step(outer)
        except Failure as error:
            print(repr(error.__context__))


asyncio.run(main())
