# Call graphs of Python 3.14: stacks of awaits and who waits for whom (no 3.14 was at hand: written after its documentation).
import asyncio
async def leaf(gate): await gate.wait()
async def middle(gate): await leaf(gate)
async def group(gate):
  async with asyncio.TaskGroup() as tg: tg.create_task(middle(gate), name="child")
async def waiter(task): await task
def shape(graph, depth=0):
  own = [e.frame.f_code.co_name for e in graph.call_stack if e.frame.f_code.co_filename == __file__]
  print("  " * depth + graph.future.get_name(), own)
  for g in graph.awaited_by: shape(g, depth + 1)
async def main():
  gate = asyncio.Event()
  g = asyncio.create_task(group(gate), name="group")
  w = asyncio.create_task(waiter(g), name="waiter")
  for _ in range(4): await asyncio.sleep(0)
  child = next(t for t in asyncio.all_tasks() if t.get_name() == "child")
  shape(asyncio.capture_call_graph(child))
  shape(asyncio.capture_call_graph())
  text = asyncio.format_call_graph(w)
  print(text.splitlines()[0].partition(", id=")[0], text.splitlines()[1])
  print(asyncio.capture_call_graph(child, limit=0).call_stack)
  gate.set()
  await w
try: asyncio.capture_call_graph()
except RuntimeError as e: print("RuntimeError")
try: asyncio.capture_call_graph(5)
except TypeError as e: print(e)
asyncio.run(main())
