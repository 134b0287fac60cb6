# A coroutine driven with send, throw and close.
class Trap:
  def __init__(self, v): self.v = v
  def __await__(self):
    r = yield self.v
    return r
async def inner(n):
  try: return await Trap(n)
  except ValueError as e:
    print("inner caught", e)
    return "recovered"
  finally: print("inner finally")
async def outer():
  print("a", await inner(1))
  print("b", await inner(2))
  return "end"
c = outer()
print(c.send(None), c.cr_await is not None)
print(c.send("one"))
try: c.throw(ValueError("v"))
except StopIteration as s: print(s.value)
d = outer(); d.send(None)
d.close()
for f in (lambda: d.send(None), lambda: c.send(1)):
  try: f()
  except RuntimeError as e: print(e)
e = outer()
try: e.send(1)
except TypeError as x: print(x)
e.close()
