# The flag of a future says that somebody is about to wait for it: who drives coroutines by hand takes it back.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()


async def wait():
    return await future


def send(coroutine):
    try:
        return coroutine.send(None) is future
    except RuntimeError as error:
        return error


first, second = wait(), wait()
print(send(first), send(second), future._asyncio_future_blocking)
future._asyncio_future_blocking = False
third = wait()
print(send(first), send(first), send(third))
iterator = future.__await__()
print(send(iterator))
future._asyncio_future_blocking = False
print(next(iterator) is future, send(iterator))
future._asyncio_future_blocking = False


async def main():
    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    (wake_up, context), = future._callbacks
    loop.call_soon(wake_up, future, context=context)
    await asyncio.sleep(0)
    print(task.done(), repr(task.exception()))
    future.add_done_callback(print)
    print(len(future._callbacks), future._callbacks[1][0] is print)


loop.set_exception_handler(lambda loop, context: print(context["message"][:21]))
loop.run_until_complete(main())
future.cancel()
loop.run_until_complete(asyncio.sleep(0))
first.close()
loop.close()
