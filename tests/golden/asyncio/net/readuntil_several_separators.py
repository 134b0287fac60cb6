import asyncio
async def main():
    for feed, sep in ((b"a;b|c", (b"|", b";")), (b"aXYb", (b"XY", b"XYb")), (b"ab", ()), (b"ab", (b"",)), (b"ab", ("x",)), (b"ab", [b"a", b"b"]), (b"abc", (b"abc", b"b")), (b"nothing", (b"--", b"=")), (b"nothing", "n"), (b"abc", bytearray(b"b")), (b"abc", 5)):
        r = asyncio.StreamReader(); r.feed_data(feed); r.feed_eof()
        try: print(await r.readuntil(sep), r._buffer)
        except Exception as e: print(type(e).__name__, e)
    r = asyncio.StreamReader(limit=5)
    t = asyncio.create_task(r.readuntil((b"----", b"=="))); await asyncio.sleep(0)
    for piece in (b"ab-", b"--", b"-", b"xx="): r.feed_data(piece); await asyncio.sleep(0)
    print(await t, r._buffer)
    r.feed_data(b"=0123456789")
    for sep in ((b"==", b"9"), (b"9", b"xxxx"), (b"nope", b"!")):
        try: print(await r.readuntil(sep), r._buffer)
        except Exception as e: print(type(e).__name__, e, getattr(e, "consumed", None))
asyncio.run(main())
