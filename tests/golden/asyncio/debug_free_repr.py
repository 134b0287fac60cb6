# Names and types of coroutine objects.
import asyncio
async def c(): await asyncio.sleep(0)
async def ag(): yield
co, a = c(), ag()
print(type(co), type(a), co.__name__, co.__qualname__, a.__name__)
print(co.cr_running, co.cr_await, co.cr_frame is not None, a.ag_running)
co.close()
print(co.cr_frame)
print(asyncio.CancelledError.__mro__[1].__name__, asyncio.TimeoutError is TimeoutError, asyncio.InvalidStateError.__module__)
