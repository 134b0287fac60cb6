import asyncio
async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"abcdef")
    for size in (2.5, "2", None, [1]):
        for name in ("read", "readexactly"):
            try: print(name, size, await getattr(reader, name)(size))
            except TypeError as error: print(name, error)
    print(await reader.read(True), await reader.readexactly(True), await reader.read(100))
    reader.feed_eof()
    try: print(await reader.read(2.5))
    except TypeError as error: print(error)
    queue = asyncio.Queue("x")
    for use in (queue.full, lambda: queue.put_nowait(1)):
        try: print(use())
        except TypeError as error: print(error)
    print(queue)
asyncio.run(main())
