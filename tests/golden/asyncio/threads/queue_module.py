# The queue module between threads: order, sizes, timeouts, task_done and join.
import queue, threading
q = queue.Queue(2)
def producer():
  for i in range(5): q.put(i)
  q.put(None)
t = threading.Thread(target=producer); t.start()
got = []
while (x := q.get()) is not None: got.append(x); q.task_done()
q.task_done(); t.join(); q.join(); print(got, q.empty(), q.full(), q.qsize())
for cls in (queue.LifoQueue, queue.PriorityQueue):
  p = cls()
  for x in (2, 3, 1): p.put(x)
  print(cls.__name__, [p.get_nowait() for _ in range(3)])
for call in (q.get_nowait, lambda: q.get(timeout=0.001), lambda: q.get(block=False)):
  try: call()
  except queue.Empty as e: print("Empty", e.args)
q.put(1); q.put(2)
for call in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.001)):
  try: call()
  except queue.Full: print("Full")
try: q.get(timeout=-1)
except ValueError as e: print(e)
s = queue.SimpleQueue(); s.put("x"); print(s.get(), s.empty(), s.qsize())
try: queue.Queue().task_done()
except ValueError as e: print(e)
