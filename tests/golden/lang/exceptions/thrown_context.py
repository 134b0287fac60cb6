import asyncio, traceback
def show(label, e):
  chain = []
  while e is not None:
    chain.append(repr(e)); e = e.__context__
  print(label, " <- ".join(chain))

async def inner(fut):
  await fut
async def handling(fut):
  try: raise KeyError("outer")
  except KeyError:
    await inner(fut)
async def own(fut):
  try: raise KeyError("own")
  except KeyError:
    await fut
async def main():
  loop = asyncio.get_running_loop()
  for make in (inner, handling, own):
    for early in (True, False):
      fut = loop.create_future()
      if early: fut.set_exception(ValueError("f"))
      else: loop.call_soon(fut.set_exception, ValueError("f"))
      try: await make(fut)
      except ValueError as e: show(f"{make.__name__} {early}", e)
    t = asyncio.create_task(make(loop.create_future()))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError as e: show(f"cancel {make.__name__}", e)
    t = asyncio.create_task(make(asyncio.sleep(10)))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError as e: show(f"cancel sleep {make.__name__}", e)
    try:
      async with asyncio.timeout(0.001): await make(asyncio.sleep(10))
    except TimeoutError as e: show(f"timeout {make.__name__}", e)
    try: await asyncio.wait_for(make(asyncio.sleep(10)), 0.001)
    except TimeoutError as e: show(f"wait_for {make.__name__}", e)
asyncio.run(main())

def g():
  try: yield 1
  except ValueError as e: show("plain", e); yield 2
def h():
  try: raise IndexError("in h")
  except IndexError:
    try: yield 1
    except ValueError as e: show("own handler", e); yield 2
def d(): yield from g()
def dh():
  try: raise LookupError("in dh")
  except LookupError: yield from g()
def r():
  try: yield 1
  except ValueError: raise TypeError("t")
for f in (g, h, d, dh, r):
  x = f(); next(x)
  try:
    try: 1/0
    except ZeroDivisionError: x.throw(ValueError("v"))
  except TypeError as e: show(f.__name__, e)
  x = f()
  try:
    try: 1/0
    except ZeroDivisionError: x.throw(ValueError("v"))
  except ValueError as e: show("unstarted " + f.__name__, e)
