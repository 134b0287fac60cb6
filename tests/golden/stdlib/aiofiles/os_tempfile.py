# aiofiles.os, aiofiles.ospath and aiofiles.tempfile.
import asyncio
import os

import aiofiles.os
import aiofiles.ospath
import aiofiles.tempfile


async def main():
  async with aiofiles.tempfile.TemporaryDirectory(prefix="aio") as folder:
    print(isinstance(folder, str), os.path.basename(folder)[:3])
    await aiofiles.os.makedirs(os.path.join(folder, "a", "b"), exist_ok=True)
    await aiofiles.os.mkdir(os.path.join(folder, "c"))
    await aiofiles.os.rename(os.path.join(folder, "c"), os.path.join(folder, "d"))
    print(sorted(await aiofiles.os.listdir(folder)), (await aiofiles.os.stat(folder)).st_nlink > 0)
    print(sorted(entry.name for entry in await aiofiles.os.scandir(folder)))
    print(await aiofiles.os.path.exists(folder), await aiofiles.ospath.isfile(folder), await aiofiles.ospath.isdir(folder))
    async with aiofiles.tempfile.NamedTemporaryFile("w+", dir=folder, suffix=".txt") as file:
      await file.write("text")
      await file.seek(0)
      print(await file.read(), file.name.endswith(".txt"), await aiofiles.os.path.getsize(file.name))
    print(os.path.exists(file.name))
    await aiofiles.os.symlink("a", os.path.join(folder, "link"))
    print(await aiofiles.os.readlink(os.path.join(folder, "link")), await aiofiles.ospath.islink(os.path.join(folder, "link")))
    await aiofiles.os.remove(os.path.join(folder, "link"))
    await aiofiles.os.removedirs(os.path.join(folder, "d"))
    try:
      await aiofiles.os.rmdir(os.path.join(folder, "a"))
    except OSError as error:
      print(type(error).__name__, error.errno)
  print(os.path.exists(folder))
  async with aiofiles.tempfile.TemporaryFile() as file:
    await file.write(b"bytes")
    await file.seek(0)
    print(await file.read())
  async with aiofiles.tempfile.SpooledTemporaryFile(max_size=3) as file:
    await file.write(b"more than three")
    await file.seek(5)
    print(await file.read(), file.closed)
  print(file.closed)


asyncio.run(main())
