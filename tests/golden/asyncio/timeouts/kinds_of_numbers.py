# A delay is added to the loop's clock, which is a float: some numbers refuse that.
import asyncio
from decimal import Decimal
from fractions import Fraction

async def attempt(what, coroutine):
  try:
    print(what, await coroutine)
  except (TypeError, TimeoutError) as e:
    print(what, type(e).__name__, e)

async def main():
  for delay in 0, -1, 0.001, True, Fraction(1, 1000), Decimal("0.001"), Decimal(0), "1", None, 1j:
    await attempt(f"sleep {delay!r}", asyncio.sleep(delay, "slept") if delay is not True else asyncio.sleep(0.001, "slept"))
  pending = asyncio.get_running_loop().create_future()
  for timeout in 0.001, Fraction(1, 1000), Decimal("0.001"), "1", [1]:
    await attempt(f"wait {timeout!r}", asyncio.wait([pending], timeout=timeout))
  for timeout in 0.001, Fraction(1, 1000), Decimal("0.001"), "1":
    await attempt(f"wait_for {timeout!r}", asyncio.wait_for(asyncio.sleep(1), timeout))
  pending.cancel()

asyncio.run(main())
