# Asynchronous files: modes, reading, writing, positions, iteration, attributes, errors.
import asyncio
import os
import tempfile

import aiofiles


async def main(folder):
  path = os.path.join(folder, "file")
  async with aiofiles.open(path, "w") as file:
    print(await file.write("one\ntwo\nthree\n"), await file.tell(), file.mode, file.closed, await file.writable(), await file.readable())
    await file.writelines(["four\n", "five"])
    await file.flush()
  print(file.closed)
  async with aiofiles.open(path) as file:
    print(repr(await file.readline()), repr(await file.read(3)), await file.readlines(), repr(await file.read()))
    await file.seek(4)
    print([line async for line in file], file.encoding.lower(), file.name == path, file.fileno() > 2, await file.isatty())
  async with aiofiles.open(path, mode="a", encoding="utf-8") as file:
    await file.write("\u00e9")
  async with aiofiles.open(path, "rb") as file:
    print(await file.read(), await file.tell())
    await file.seek(0)
    print(await file.readline(), (await file.peek(3))[:3], await file.seekable(), file.readable(), type(file).__name__)
    buffer = bytearray(3)
    print(await file.readinto(buffer), buffer)
  async with aiofiles.open(path, "r+b") as file:
    await file.write(b"ONE")
    await file.truncate(7)
    await file.seek(0)
    print(await file.read())
  async with aiofiles.open(path, "rb", buffering=0) as file:
    print(await file.readall(), type(file).__name__)
  file = await aiofiles.open(path)
  print(await file.read())
  await file.close()
  for attempt in (aiofiles.open(os.path.join(folder, "none")), aiofiles.open(path, "x"), aiofiles.open(path, "q")):
    try:
      await attempt
    except (OSError, ValueError) as error:
      print(type(error).__name__, str(error).replace(folder, "FOLDER"))
  try:
    await file.read()
  except ValueError as error:
    print(error)
  await aiofiles.stdout.write("to standard output\n")
  await aiofiles.stdout.flush()

  async def writer(number):
    async with aiofiles.open(os.path.join(folder, str(number)), "w") as file:
      await file.write("x" * number)

  await asyncio.gather(*map(writer, range(5)))
  print([os.path.getsize(os.path.join(folder, str(number))) for number in range(5)])


with tempfile.TemporaryDirectory() as folder:
  asyncio.run(main(folder))
