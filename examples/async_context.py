"""An asynchronous context manager, the long way it replaces, and the generator form."""

import asyncio
from contextlib import asynccontextmanager


class Connection:
  async def __aenter__(self):
    await asyncio.sleep(0.001)
    print("  connected")
    return self

  async def __aexit__(self, kind, value, traceback):
    await asyncio.sleep(0.001)
    print("  closed", "after " + kind.__name__ if kind else "normally")
    return False

  async def query(self, text):
    await asyncio.sleep(0.001)
    return f"rows of {text!r}"


async def with_statement():
  async with Connection() as connection:
    print(" ", await connection.query("select 1"))


async def by_hand():
  connection = await Connection().__aenter__()
  try:
    print(" ", await connection.query("select 2"))
  finally:
    await connection.__aexit__(None, None, None)


async def with_error():
  try:
    async with Connection():
      raise LookupError("no such table")
  except LookupError as error:
    print("  caught", error)


@asynccontextmanager
async def transaction(name):
  print("  begin", name)
  try:
    yield name
  except Exception:
    print("  rollback", name)
    raise
  else:
    print("  commit", name)


async def transactions():
  async with transaction("t1") as first, transaction("t2") as second:
    print(" ", first, second)
  try:
    async with transaction("t3"):
      raise ValueError
  except ValueError:
    print("  t3 failed")


async def main():
  for function in (with_statement, by_hand, with_error, transactions):
    print(function.__name__)
    await function()


asyncio.run(main())
