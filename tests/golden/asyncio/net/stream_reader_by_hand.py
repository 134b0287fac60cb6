# StreamReader by hand: limits, separators, partial reads.
import asyncio
async def main():
    r = asyncio.StreamReader(limit=10)
    print(r)
    r.feed_data(b"hello world this is long\nnext\n")
    try:
        await r.readline()
    except ValueError as e:
        print(repr(e))
    print(await r.readline())
    r.feed_data(b"abc")
    try:
        await r.readuntil(b"")
    except ValueError as e:
        print(e)
    r.feed_data(b"SEPx")
    print(await r.readuntil(b"SEP"), r)
    try:
        await r.readexactly(-1)
    except ValueError as e:
        print(e)
    print(await r.readexactly(0), await r.read(0), await r.readexactly(1))
    t = asyncio.create_task(r.readexactly(5))
    await asyncio.sleep(0)
    try:
        await r.read(1)
    except RuntimeError as e:
        print(e)
    r.feed_data(b"12")
    await asyncio.sleep(0)
    r.feed_data(b"345678")
    print(await t)
    r.feed_eof()
    print(r.at_eof(), await r.read(), r.at_eof(), await r.read(5), await r.readline())
    try:
        await r.readexactly(3)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    try:
        await r.readuntil(b"x")
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    try:
        r.feed_data(b"x")
    except AssertionError as e:
        print(e)
    r = asyncio.StreamReader(limit=5)
    r.feed_data(b"123456789")
    try:
        await r.readuntil(b"x")
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed)
    r.feed_data(b"x")
    try:
        await r.readuntil(b"x")
    except asyncio.LimitOverrunError as e:
        print(e, e.consumed)
    print(await r.readexactly(8))
    r.set_exception(ConnectionResetError("gone"))
    for c in (r.read(1), r.readline(), r.readexactly(1)):
        try:
            await c
        except ConnectionResetError as e:
            print(e)
    print(r.exception(), r)
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)
asyncio.run(main())
