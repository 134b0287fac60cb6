# async with outside an async function.
def f():
  async with x: pass
