# A result whose repr() fails does not make that of the future fail.
import asyncio, re

class Failing:
  def __repr__(self): raise ValueError("no repr")
class Leaving:
  def __repr__(self): raise KeyboardInterrupt

async def main():
  loop = asyncio.get_running_loop()
  future = loop.create_future()
  future.set_result(Failing())
  print(re.sub("0x[0-9a-f]+", "0x...", repr(future)))
  future = loop.create_future()
  future.set_result([Failing(), {"key": Failing()}])
  print(re.sub("0x[0-9a-f]+", "0x...", repr(future)))
  future = loop.create_future()
  future.set_result(Leaving())
  try:
    print(future)
  except KeyboardInterrupt:
    print("KeyboardInterrupt is no failure of a repr")

asyncio.run(main())
