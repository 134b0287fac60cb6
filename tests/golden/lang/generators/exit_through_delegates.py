# GeneratorExit closes what a generator or coroutine delegates to, and then goes on: catching it in the delegate does not let the outer one go on.
import types


def inner(how):
    try:
        yield 1
    except GeneratorExit:
        print("inner gets it")
        if how == "return":
            return 5
        if how == "yield":
            yield 2
        if how == "raise":
            raise KeyError("k")
        raise


def middle(how):
    try:
        result = yield from inner(how)
        print("goes on with", result)
    except BaseException as error:
        print("middle gets", repr(error), repr(error.__context__))
        raise


def outer(how):
    try:
        yield from middle(how)
        print("goes on")
    finally:
        print("outer ends")


@types.coroutine
def suspend():
    yield 1


async def inner_coroutine(how):
    try:
        await suspend()
    except GeneratorExit:
        print("inner gets it")
        if how == "return":
            return 5
        if how == "raise":
            raise KeyError("k")
        raise


async def middle_coroutine(how):
    try:
        print("goes on with", await inner_coroutine(how))
    except BaseException as error:
        print("middle gets", repr(error), repr(error.__context__))
        raise


async def outer_coroutine(how):
    waiting = middle_coroutine(how)
    await waiting
    print("goes on")


def end(what, action):
    what.send(None)
    try:
        if action == "close":
            print(what.close())
        elif action == "throw instance":
            what.throw(GeneratorExit("message"))
        else:
            what.throw(GeneratorExit)
    except BaseException as error:
        print("ends with", repr(error))


for how in ("return", "yield", "raise", "pass on"):
    for action in ("close", "throw instance", "throw class"):
        print(f"-- {how}, {action}")
        end(outer(how), action)
for how in ("return", "raise", "pass on"):
    for action in ("close", "throw instance"):
        print(f"-- coroutine: {how}, {action}")
        end(outer_coroutine(how), action)
