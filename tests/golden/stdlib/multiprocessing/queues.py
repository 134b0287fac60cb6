# Queues between processes.
import multiprocessing
import queue


def produce(numbers, items):
    for item in items:
        numbers.put(item)


def consume(tasks, results):
    while (item := tasks.get()) is not None:
        results.put(item * 10)
        tasks.task_done()
    tasks.task_done()


numbers = multiprocessing.Queue()
producers = [multiprocessing.Process(target=produce, args=(numbers, range(start, start + 3))) for start in (0, 10)]
for process in producers:
    process.start()
print(sorted(numbers.get() for _ in range(6)))
for process in producers:
    process.join()

tasks, results = multiprocessing.JoinableQueue(), multiprocessing.SimpleQueue()
workers = [multiprocessing.Process(target=consume, args=(tasks, results)) for _ in range(2)]
for process in workers:
    process.start()
for item in (1, 2, 3, 4, None, None):
    tasks.put(item)
tasks.join()
print(sorted(results.get() for _ in range(4)), results.empty())
for process in workers:
    process.join()

small = multiprocessing.Queue(2)
small.put("a")
small.put("b")
print(small.full(), small.qsize())
try:
    small.put("c", timeout=0.001)
except queue.Full:
    print("Full")
try:
    small.put_nowait("c")
except queue.Full:
    print("Full")
print(small.get(), small.get(timeout=10), small.full())
try:
    small.get(timeout=0.001)
except queue.Empty:
    print("Empty")
try:
    tasks.task_done()
except ValueError as error:
    print(error)
small.close()
small.join_thread()
for call in (lambda: small.put(1), small.get):
    try:
        call()
    except ValueError as error:
        print(str(error).partition("<")[0])
large = multiprocessing.Queue()
large.put(b"x" * 1_000_000)
print(len(large.get()))
