# Ordinary use, mistakes and corners of queue: put_nowait, get_nowait, put_nowait.
import queue, threading, time

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

q = queue.LifoQueue(2)
print(q.put(1), q.put_nowait(2), q.qsize(), q.full(), q.empty(), q.maxsize, q.unfinished_tasks)
for f, a, k in [(q.put_nowait, (3,), {}), (q.put, (3,), {'block': False}), (q.put, (3,), {'timeout': 0.01}), (q.put, (3, True, -1), {}), (q.put, (3,), {'timeout': 'x'}), (q.put, (), {}), (q.put, (1, 2, 3, 4), {}), (q.get, (True, -5), {}), (q.get, (), {'timeout': 'x'}), (q.get, (1, 2, 3), {}), (q.task_done, (1,), {})]:
    try: print('ok', f(*a, **k))
    except Exception as e: print(type(e).__module__, type(e).__name__, repr(str(e)))
print(q.get_nowait(), q.get_nowait(), q.qsize(), q.queue)
for f, k in [(q.get_nowait, {}), (q.get, {'block': False}), (q.get, {'timeout': 0.01}), (q.get, {'block': True, 'timeout': 0})]:
    try: f(**k)
    except queue.Empty as e: print(repr(e), isinstance(e, Exception), e.args)
q.task_done(); q.task_done(); q.join(); err(q.task_done)
s = queue.SimpleQueue(); print(s.put_nowait(1), s.put(2, block=False, timeout=-1), s.qsize(), s.empty(), s.get(), s.get_nowait(), s.empty())
err(s.get_nowait); err(s.get, False); err(s.get, timeout=0.01); err(s.get, timeout=-1); err(s.put); err(s.put_nowait); err(s.put, 1, 2, 3, 4); err(s.get, 1, 2, 3); err(s.qsize, 1); print(s.put(None), s.get(True, None))
pq = queue.PriorityQueue(); [pq.put(x) for x in (3, 1, 2)]; print([pq.get() for _ in range(3)]); pq.put((1, 'a')); pq.put((1, 'b')); print(pq.get()); err(pq.put, 'str')
lq = queue.LifoQueue(); [lq.put(x) for x in 'abc']; print([lq.get() for _ in range(3)]); err(queue.Queue, 'x'); print(queue.Queue(0).full(), queue.Queue(-1).maxsize, queue.Queue(maxsize=None).maxsize if 0 else ''); err(queue.Queue('x').put, 1); err(queue.Queue, 1, 2)
def worker():
    while (item := work.get()) is not None: results.append(item * 2); work.task_done()
    work.task_done()
work, results = queue.Queue(), []
t = threading.Thread(target=worker); t.start(); [work.put(i) for i in range(5)]; work.put(None); work.join(); t.join(); print(results, work.unfinished_tasks)
b = queue.Queue(1); b.put('x'); th = threading.Timer(0.02, b.get); th.start(); b.put('y', timeout=5); print(b.get()); th.join(); print(issubclass(queue.Empty, Exception), queue.Full.__mro__[1].__name__, queue.Empty.__module__, queue.Queue.__module__, sorted(queue.__all__))
class Rev(queue.Queue):
    def _init(self, n): self.items = []
    def _qsize(self): return len(self.items)
    def _put(self, x): self.items.insert(0, x)
    def _get(self): return self.items.pop()
r = Rev(); r.put(1); r.put(2); print(r.get(), r.get(), r.empty())
