"""`async for` ends at StopAsyncIteration wherever it comes from: a plain __anext__, or what __anext__ gave to await."""
import asyncio


class Plain:
    def __init__(self, make):
        self.make, self.count = make, 0

    def __aiter__(self):
        return self

    def __anext__(self):
        self.count += 1
        if self.count > 2:
            raise StopAsyncIteration
        return self.make(self.count)


class Awaited:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value * 10


class Ends:
    def __await__(self):
        raise StopAsyncIteration
        yield


class EndsLater(Plain):
    def __anext__(self):
        self.count += 1
        return Ends() if self.count > 2 else Awaited(self.count)


class Fails(Plain):
    def __anext__(self):
        raise ValueError("no item")


async def collect(source):
    items = []
    async for item in source:
        items.append(item)
    else:
        items.append("else")
    return items


async def main():
    for source in (Plain(lambda n: asyncio.sleep(0, n)), Plain(Awaited), EndsLater(None)):
        print(await collect(source))
    for source in (Plain(lambda n: asyncio.sleep(0, n)), Plain(Awaited), EndsLater(None)):
        print([item async for item in source], {item async for item in source})
    try:
        await collect(Fails(None))
    except ValueError as error:
        print(error)


asyncio.run(main())
