# Ctrl-C with tasks of a program's own kind, which have no uncancel(): the cancellation is what comes out of run().
import asyncio
import os
import signal


class OldTask:
    """What a task was before 3.11, around one of today."""
    _asyncio_future_blocking = False

    def __init__(self, coroutine, *, loop):
        self._task = asyncio.Task(coroutine, loop=loop)
        self.cancel = self._task.cancel
        self.get_loop = self._task.get_loop
        self.add_done_callback = self._task.add_done_callback
        self.remove_done_callback = self._task.remove_done_callback
        self.done, self.cancelled = self._task.done, self._task.cancelled
        self.result, self.exception = self._task.result, self._task.exception


async def main():
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(5)


def new_loop():
    loop = asyncio.SelectorEventLoop()
    loop.set_task_factory(lambda loop, coroutine, **options: OldTask(coroutine, loop=loop))
    return loop


runner = asyncio.Runner(loop_factory=new_loop)
try:
    runner.run(main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)
runner.get_loop().set_task_factory(None)
runner.close()
