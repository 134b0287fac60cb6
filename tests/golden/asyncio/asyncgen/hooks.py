# sys.set_asyncgen_hooks: firstiter and finalizer of loops that are not asyncio's.
import sys
async def gen():
  yield 1
  yield 2
def first(g): print("first iteration of", g.__name__)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=first)
g = gen()
print("made")
try: g.__anext__().send(None)
except StopIteration as e: print(e.value)
try: g.__anext__().send(None)
except StopIteration as e: print(e.value)
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is first, hooks.finalizer)
sys.set_asyncgen_hooks(None, None)
for bad in (5, "x"):
  try: sys.set_asyncgen_hooks(firstiter=bad)
  except TypeError as e: print(e)
try: sys.set_asyncgen_hooks(finalizer=5)
except TypeError as e: print(e)
