# A reader that is cancelled or times out loses nothing.
import asyncio
async def main():
    r = asyncio.StreamReader()
    for make in (lambda: r.readline(), lambda: r.readexactly(10), lambda: r.read(10), lambda: r.readuntil(b"END")):
        t = asyncio.create_task(make())
        await asyncio.sleep(0)
        t.cancel()
        try:
            await t
        except asyncio.CancelledError:
            print("cancelled", r)
    try:
        await asyncio.wait_for(r.readexactly(100), 0.01)
    except asyncio.TimeoutError:
        print("timeout", r)
    r.feed_data(b"line\nrest")
    print(await r.readline())
    t = asyncio.create_task(r.read(100))
    print(await t)
    t = asyncio.create_task(r.read(100))
    await asyncio.sleep(0)
    r.feed_data(b"data")
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled after data", r)
    print(await r.read(100))
    r.feed_data(b"a\nb\nc")
    r.feed_eof()
    print([line async for line in r])
asyncio.run(main())
