# A coroutine driven by hand with send, throw and close.
import types
@types.coroutine
def trap(value): return (yield value)
async def work():
  try:
    a = await trap("first")
    print("got", a)
    b = await trap("second")
    print("got", b)
  except ValueError as e:
    print("caught", e)
    c = await trap("after error")
    return ("result", c)
  finally: print("finally")
c = work()
print(c.send(None), c.send(1), c.throw(ValueError("v")))
try: c.send(3)
except StopIteration as e: print(e.value)
for call in (lambda: c.send(None), lambda: c.throw(ValueError("x"))):
  try: call()
  except RuntimeError as e: print(e)
print(c.close())
c = work()
try: c.send(5)
except TypeError as e: print(e)
c.send(None); c.close()
async def stubborn():
  while True:
    try: await trap(1)
    except GeneratorExit: print("ignores it")
s = stubborn(); s.send(None)
try: s.close()
except RuntimeError as e: print(e)
try: s.throw(KeyError("out"))
except KeyError as e: print("KeyError", e)
async def instant(): return 1
c = instant()
print(c.cr_frame is not None, c.cr_running, c.cr_await, c.cr_code.co_name)
c.close()
print(c.cr_frame)
it = instant().__await__()
print(type(it).__name__)
try: next(it)
except StopIteration as e: print("value", e.value)
