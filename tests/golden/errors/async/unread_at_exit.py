# An exception that nobody read, reported at the end of the process. What modules and the traceback of an uncaught exception
# still hold is reported when no module can be imported any more: a line that is all one operation then has no carets.
import asyncio
import atexit
import sys


async def divides():
    1 / 0


async def main():
    in_a_cycle = asyncio.create_task(divides(), name="kept by the traceback")
    await asyncio.wait([in_a_cycle])
    raise LookupError("uncaught")


atexit.register(lambda: print(sys.last_type.__name__, repr(sys.last_value), sys.last_value.__traceback__ is sys.last_traceback))
asyncio.run(main())
