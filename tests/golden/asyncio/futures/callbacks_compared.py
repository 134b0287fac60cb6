# Comparing callbacks runs code of the program, which may add callbacks or end the future: none is lost.
import asyncio


async def main():
  loop = asyncio.get_running_loop()

  class Adds:
    def __init__(self, future):
      self.future = future

    def __eq__(self, other):
      self.future.add_done_callback(added)
      return True

    def __call__(self, future):
      print("removed, never called")

  class Ends(Adds):
    def __eq__(self, other):
      if not self.future.done():
        self.future.set_result(1)
      return True

    def __call__(self, future):
      print("ended by the comparison")

  def added(future):
    print("added meanwhile", future.result())

  future = loop.create_future()
  future.add_done_callback(Adds(future))
  future.add_done_callback(lambda future: print("stays"))
  print(future.remove_done_callback(print), len(future._callbacks))
  future.set_result("r")
  await asyncio.sleep(0)

  future = loop.create_future()
  future.add_done_callback(Ends(future))
  future.add_done_callback(Ends(future))
  print(future.remove_done_callback(print), future._callbacks)
  await asyncio.sleep(0)


asyncio.run(main())
