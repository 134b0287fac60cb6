# A callback that cancels its own handle and then fails: the report no longer knows what was called.
import asyncio


async def main():
    def report(loop, context):
        print(context["message"], "|", context["handle"].cancelled(), "|", repr(context["exception"]))

    def fails(schedule):
        print("called by", schedule)
        handle.cancel()
        raise RuntimeError("after the cancel")

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    handle = loop.call_soon(fails, "call_soon")
    await asyncio.sleep(0)
    handle = loop.call_later(0.001, fails, "call_later")
    await asyncio.sleep(0.01)

asyncio.run(main())
