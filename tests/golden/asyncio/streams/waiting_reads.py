# Reads that have to wait: data in pieces, ends, limits, errors and cancellation while they do.
import asyncio


async def attempt(label, reader, coroutine, *pieces):
  """Starts a read, feeds the pieces one in each turn, and tells how the read ended."""
  task = asyncio.ensure_future(coroutine)
  await asyncio.sleep(0)
  for piece in pieces:
    if piece is None:
      reader.feed_eof()
    elif isinstance(piece, Exception):
      reader.set_exception(piece)
    else:
      reader.feed_data(piece)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
  await asyncio.sleep(0)
  if not task.done():
    task.cancel()
  try:
    outcome = await task
  except BaseException as error:
    outcome = f"{type(error).__name__}: {error} {getattr(error, 'partial', '')} {getattr(error, 'consumed', '')}"
  print(f"{label}: {outcome!r} rest={bytes(reader._buffer)!r} waiter={reader._waiter}")


# Awaited directly, not as a task's coroutine: the reads run without frames of their own.
async def line(reader):
  return await reader.readline()


async def exactly(reader, n):
  return await reader.readexactly(n)


async def some(reader, n):
  return await reader.read(n)


async def until(reader, separator):
  return await reader.readuntil(separator)


async def everything(reader):
  return await reader.read()


async def lines(reader):
  return [one async for one in reader]


class Shouting(asyncio.StreamReader):
  async def readuntil(self, separator=b"\n"):
    return (await super().readuntil(separator)).upper()


async def main():
  new = asyncio.StreamReader
  for name, read in (("line", line), ("until", lambda r: until(r, b"\r\n")), ("exactly", lambda r: exactly(r, 5)), ("some", lambda r: some(r, 3)),
                     ("everything", everything), ("lines", lines)):
    r = new()
    await attempt(f"{name} in pieces", r, read(r), b"ab", b"c\r", b"\nde\nf")
    r = new()
    await attempt(f"{name} then end", r, read(r), b"ab", None)
    r = new()
    await attempt(f"{name} at the end", r, read(r), None)
    r = new()
    await attempt(f"{name} fails", r, read(r), b"a", ConnectionResetError("gone"))
    r = new(limit=4)
    await attempt(f"{name} too long", r, read(r), b"abc", b"defgh", b"ij\nk\n")
    r = new(limit=4)
    await attempt(f"{name} too long at once", r, read(r), b"abcdefgh\nij\n")
    r = new()
    await attempt(f"{name} cancelled", r, read(r))
    await attempt(f"{name} after that", r, read(r), b"x\r\ny", None)
  r = Shouting()
  await attempt("a subclass", r, line(r), b"loud", b"er\nrest")

  r = new()
  first = asyncio.ensure_future(line(r))
  await asyncio.sleep(0)
  for second in (line(r), exactly(r, 1), some(r, 1)):
    try:
      await second
    except RuntimeError as error:
      print(error)
  r.feed_data(b"done\n")
  print(await first)
  for bad in (exactly(r, -1), exactly(r, "x"), some(r, "x"), until(r, b"")):
    try:
      print(await bad)
    except (TypeError, ValueError) as error:
      print(type(error).__name__, error)
  r.feed_data(b"pinned\n")
  view = memoryview(r._buffer)
  try:
    print(await line(r))
  except BufferError as error:
    print("BufferError", error)
  view.release()
  print(await exactly(r, 0), await some(r, 0), await line(r))


asyncio.run(main())
