# Debug mode tells where a coroutine was made that was never awaited.
import asyncio, gc, warnings
async def lost(): pass
def make(): lost()
async def main():
  with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    for _ in range(5): make()
    [[] for _ in range(1000)]
    gc.collect(); await asyncio.sleep(0)
  text = str(seen[0].message).replace(__file__, "FILE").splitlines()
  print(text[0], "|", text[1])
  print([line.strip() for line in text if "in make" in line or "in main" in line or line.strip() in ("def make(): lost()", "for _ in range(5): make()")])
asyncio.run(main(), debug=True)


# The warning comes at once also when the operand of a failed operation is lost, or a local that nothing reads.
async def fail():
  try: lost() + 1
  except TypeError as error: print(error)
async def ignore(): unread = lost()
async def tell_at_once():
  for mistake in (fail, ignore):
    with warnings.catch_warnings(record=True) as seen:
      warnings.simplefilter("always")
      await mistake()
      print([str(warning.message).partition("\n")[0] for warning in seen])
asyncio.run(tell_at_once(), debug=True)
