# A task that waits when its loop is closed will never go on: at the end its coroutine is closed, and then the task is reported.
import asyncio


async def wait_for_ever(future):
    try:
        await future
    finally:
        print("the coroutine ends")


def report(loop, context):
    task = context["task"]
    print(context["message"], task.get_name(), "- closed:", task.get_coro().cr_frame is None)


def run_and_close():
    loop = asyncio.new_event_loop()
    loop.create_task(wait_for_ever(loop.create_future()), name="waiting")
    loop.run_until_complete(asyncio.sleep(0.001))
    loop.set_exception_handler(report)
    loop.close()


run_and_close()
