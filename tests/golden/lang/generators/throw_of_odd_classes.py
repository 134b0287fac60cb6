# throw(class, ...) makes the exception where the generator waits: when that fails, the generator sees the failure.
import asyncio


class Returns5(Exception):
  def __new__(cls, *args):
    return 5


class Fails(Exception):
  def __init__(self, *args):
    raise ValueError(args)


def generator():
  while True:
    try:
      yield "next"
    except Exception as error:
      print("inside:", repr(error))


def show(call):
  try:
    print("->", call())
  except BaseException as error:
    print("raised", type(error).__name__, error)


for arguments in (
  (Returns5,), (Fails,), (Fails, 1), (Fails, (1, 2)), (KeyError, 1), (KeyError, (1, 2)), (KeyError, KeyError("k")), (KeyError, None, None),
  (KeyError, 1, 5), (5,), (int,), ("x",), (KeyError("a"), 1), (OSError, (2, "no")), (UnicodeDecodeError,), (Exception, ValueError("sub")),
):
  items = generator()
  next(items)
  show(lambda: items.throw(*arguments))


async def coroutine():
  await asyncio.sleep(0)


async def async_generator():
  while True:
    try:
      yield "next"
    except Exception as error:
      print("inside:", repr(error))


async def main():
  for arguments in (Returns5,), (Fails, 1), (UnicodeDecodeError,), (5,):
    waiting = coroutine()
    waiting.send(None)
    show(lambda: waiting.throw(*arguments))
    items = async_generator()
    await anext(items)
    try:
      print("->", await items.athrow(*arguments))
    except Exception as error:
      print("raised", type(error).__name__, error)


asyncio.run(main())
