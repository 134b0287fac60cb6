# Frames of suspended generators and coroutines are frames for inspect and traceback, as those of running calls are.
import asyncio
import inspect
import sys
import traceback
import types


def generator(start):
  at = start
  yield at


async def coroutine():
  await asyncio.sleep(0)


async def async_generator():
  yield 1


items, waiting, more = generator(3), coroutine(), async_generator()
next(items)
for frame in items.gi_frame, waiting.cr_frame, more.ag_frame, sys._getframe():
  print(inspect.isframe(frame), isinstance(frame, types.FrameType), type(frame))
  info = inspect.getframeinfo(frame)
  print(info.function, info.lineno, [line.strip() for line in info.code_context])
  print(inspect.getargvalues(frame).args, inspect.getsource(frame).splitlines()[0], inspect.getsourcelines(frame)[1])
  print([level.name for level in traceback.extract_stack(frame)], [level.function for level in inspect.getouterframes(frame)])
  print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
waiting.close()


async def main():
  task = asyncio.create_task(coroutine(), name="waits")
  await asyncio.sleep(0)
  for frame in task.get_stack():
    print(inspect.isframe(frame), inspect.getframeinfo(frame).code_context, traceback.extract_stack(frame)[0].line)
  await task


asyncio.run(main())
