# `await x.name(...)` where name is a bound method that an attribute holds: of plain functions, coroutine functions, generators, natives and classes.
import asyncio
import types


async def answer(*args, **names):
  return args, names


class Client:
  async def coroutine(self, first, second=2):
    return "coroutine", first, second

  def plain(self, first, second=2, *rest, **names):
    return answer("plain", first, second, *rest, **names)

  def exact(self, first):
    return answer("exact", first)

  @types.coroutine
  def generator(self, first):
    yield from asyncio.sleep(0).__await__()
    return "generator", first

  @classmethod
  def of_class(cls, first):
    return answer(cls.__name__, first)

  @staticmethod
  def static(first):
    return answer("static", first)

  def many(self, **names):
    return answer(**names)


class Holder:
  def __getattr__(self, name):
    return getattr(Client(), name)


class Callback:
  def __init__(self, client, name):
    self.call = getattr(client, name)


async def main():
  client = Client()
  for name in ("coroutine", "plain", "exact", "generator", "of_class", "static"):
    stored = Callback(client, name)
    print(name, await stored.call(1), await stored.call(2))
    held = Holder()
    held.call = getattr(client, name)
    print(name, await held.call(1))
  holder = Holder()
  print(await holder.plain(1), await holder.plain(1, 3, 4, x=5), await holder.exact(1), await holder.coroutine(1), await holder.coroutine(1, second=3))
  print(await holder.generator(1), await holder.of_class(1), await holder.static(1), await holder.many(a=1), await holder.plain(*(1, 2), **{"y": 3}))
  for call in (lambda: holder.exact(), lambda: holder.exact(1, 2), lambda: holder.coroutine(), lambda: holder.plain()):
    try:
      print(await call())
    except TypeError as e:
      print(e)
  try:
    await holder.exact()
  except TypeError as e:
    print(e)
  try:
    await holder.exact(1, 2)
  except TypeError as e:
    print(e)
  try:
    await holder.plain()
  except TypeError as e:
    print(e)
  try:
    await holder.coroutine(1, 2, 3)
  except TypeError as e:
    print(e)
  queue = asyncio.Queue()
  stored = types.SimpleNamespace(put=queue.put, get=queue.get, sleep=asyncio.sleep, future=asyncio.get_running_loop().create_future)
  await stored.put("item")
  print(await stored.get(), await stored.sleep(0, "slept"))


asyncio.run(main())
