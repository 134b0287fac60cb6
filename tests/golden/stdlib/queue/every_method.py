# Queues between threads.
import queue
import threading

for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
  q = cls()
  for item in (3, 1, 2):
    q.put(item)
  print(cls.__name__, q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())
  try:
    q.get_nowait()
  except queue.Empty as error:
    print("empty", error.args)
  try:
    q.get(timeout=0.01)
  except queue.Empty:
    print("empty after a while")
q = queue.Queue(maxsize=1)
q.put("a")
for put in (lambda: q.put_nowait("b"), lambda: q.put("b", timeout=0.01), lambda: q.put("b", block=False), lambda: q.put("b", timeout=-1), lambda: q.get(timeout=-1)):
  try:
    put()
  except (queue.Full, ValueError) as error:
    print(type(error).__name__, error)
print(q.full(), q.unfinished_tasks, q.maxsize)
q.get()
q.task_done()
try:
  q.task_done()
except ValueError as error:
  print(error)
work, results = queue.Queue(), queue.SimpleQueue()


def worker():
  while (n := work.get()) is not None:
    results.put(n * n)
    work.task_done()
  work.task_done()


threads = [threading.Thread(target=worker) for _ in range(3)]
for thread in threads:
  thread.start()
for n in range(10):
  work.put(n)
work.join()
for _ in threads:
  work.put(None)
for thread in threads:
  thread.join()
print(sorted(results.get() for _ in range(10)), results.empty())
