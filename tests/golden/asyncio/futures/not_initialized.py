# A future whose __init__ did not run refuses to work; running __init__ again makes it new.
import asyncio
class Lazy(asyncio.Future):
  def __init__(self): pass
async def main():
  f = Lazy()
  try: f.result()
  except asyncio.InvalidStateError as e: print("result", e)
  for name, args in (("set_result", (1,)), ("cancel", ()), ("get_loop", ()), ("add_done_callback", (print,))):
    try: getattr(f, name)(*args)
    except RuntimeError as e: print(name, e)
  try: await f
  except RuntimeError as e: print("await", e)
  g = asyncio.Future()
  g.set_result(5)
  g.__init__()
  print(g.done())
  g.set_result(6)
  print(await g)
asyncio.run(main())

class Never(asyncio.Future):
  def __init__(self): pass
for show in repr, str, print:
  try: show(Never())
  except RuntimeError as e: print(e)
