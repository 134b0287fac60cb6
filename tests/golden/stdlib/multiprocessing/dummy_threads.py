"""multiprocessing.dummy: the names of multiprocessing for threads."""
import threading
from multiprocessing import dummy
from multiprocessing.dummy import Pool as ThreadPool
from multiprocessing.dummy.connection import Client, Listener


def work(x, results):
    results.append((x, threading.current_thread().name))


with ThreadPool(3) as pool:
    print(pool.map(lambda x: x * x, range(5)), pool.apply(max, (1, 2)), type(pool).__name__)
    print(sorted(pool.imap_unordered(abs, [-1, -2])), pool.starmap(pow, [(2, 3), (3, 2)]), pool.map_async(str, [1, 2]).get())

results = []
process = dummy.Process(target=work, args=(1, results), name="worker")
print(process.exitcode, process.is_alive(), type(process).__name__)
process.start()
process.join()
print(results, process.exitcode, dummy.active_children(), dummy.current_process().name)
gate = dummy.Event()
waiting = dummy.Process(target=gate.wait)
waiting.start()
print(dummy.active_children() == [waiting], waiting.exitcode)
gate.set()
waiting.join()
print(dummy.active_children(), waiting.exitcode)

manager = dummy.Manager()
print(manager is dummy, manager.dict(a=1), manager.list("ab"), manager.Namespace(x=1, _y=2), manager.Value("i", 3), manager.Array("i", [1, 2]))
value = manager.Value("i", 3)
value.value += 1
print(value.value, manager.shutdown(), dummy.freeze_support())

left, right = dummy.Pipe()
left.send({"a": 1})
print(right.poll(), right.recv(), right.poll(), right.poll(0.01))
right.send_bytes(b"x")
with left:
    print(left.recv_bytes())
with Listener(backlog=2) as listener:
    client = Client(listener.address)
    server = listener.accept()
    client.send("hello")
    print(server.recv())
    server.send("back")
    print(client.recv())
queue = dummy.JoinableQueue()
queue.put(1)
print(queue.get(), queue.task_done(), queue.join())
print([name for name in dummy.__all__ if not hasattr(dummy, name)])
