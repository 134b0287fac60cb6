"""multiprocessing.Manager: containers, values, locks and queues in a process of their own."""
import multiprocessing
from multiprocessing import managers


def fill(shared, items, namespace, value, numbers, lock):
    for i in range(3):
        shared[f"key{i}"] = i * i
        items.append(i)
        with lock:
            value.value += 10
            namespace.total += i
    numbers[1] = 7


def consume(queue, results, event):
    event.wait(10)
    while (item := queue.get()) is not None:
        results.put(item * 2)
    queue.task_done()


def meet(barrier, results):
    barrier.wait(10)
    results.append("met")


def main():
    with multiprocessing.Manager() as manager:
        print(type(manager).__name__, manager._number_of_objects())
        shared, items, lock = manager.dict({"a": 1}), manager.list([9]), manager.Lock()
        namespace, value, numbers = manager.Namespace(total=0), manager.Value("i", 5), manager.Array("i", [1, 2, 3])
        process = multiprocessing.Process(target=fill, args=(shared, items, namespace, value, numbers, lock))
        process.start()
        process.join()
        print(shared, items, namespace, value.value, list(numbers), process.exitcode)
        print(repr(value._getvalue()), str(value), shared.copy(), sorted(shared.items()), shared.keys(), shared.get("no", 0))
        print(len(shared), "a" in shared, [key for key in shared], shared.pop("a"), shared.setdefault("n", []), shared._getvalue())
        items += [4, 4]
        items *= 2
        items.sort()
        items.reverse()
        print(items, items[1:3], items.count(4), items.index(9), len(items), items + [0], items.pop(), 9 in items)
        del items[0]
        items.extend("xy")
        items.insert(0, None)
        items.remove("x")
        print(items[:], type(items[:]), type(items).__name__, type(shared).__name__, type(lock).__name__, type(namespace).__name__)
        namespace.name = "n"
        del namespace.total
        print(namespace, hasattr(namespace, "total"), repr(namespace).startswith("<NamespaceProxy object, typeid 'Namespace' at 0x"))
        nested = manager.list([manager.dict(x=1), manager.list([1])])
        nested[0]["y"] = 2
        nested[1].append(2)
        print(str(nested[0]), str(nested[1]), len(nested))
        for call in (lambda: shared["missing"], lambda: items[99], lambda: namespace.missing, lambda: numbers[5], lambda: items.remove("none")):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, error)

        queue, results, event = manager.Queue(), manager.Queue(maxsize=5), manager.Event()
        worker = multiprocessing.Process(target=consume, args=(queue, results, event))
        worker.start()
        for i in (1, 2, 3):
            queue.put(i)
        queue.put(None)
        print(event.is_set())
        event.set()
        worker.join()
        print([results.get() for _ in range(3)], results.empty(), results.qsize(), event.is_set(), event.wait(1))
        try:
            results.get_nowait()
        except Exception as error:
            print(type(error).__name__)

        semaphore, recursive, condition = manager.Semaphore(1), manager.RLock(), manager.Condition()
        print(semaphore.acquire(), semaphore.acquire(False), semaphore.release(), lock.acquire(True, 0.1), lock.acquire(timeout=0.01), lock.release())
        with recursive:
            print(recursive.acquire(), recursive.release())
        with condition:
            print(condition.wait(0.01), condition.wait_for(lambda: 3, 1), condition.notify(), condition.notify_all())
        barrier, met = manager.Barrier(2), manager.list()
        other = multiprocessing.Process(target=meet, args=(barrier, met))
        other.start()
        print(barrier.wait(10) in (0, 1), barrier.parties, barrier.broken)
        other.join()
        print(met, barrier.n_waiting)
        barrier.abort()
        print(barrier.broken, barrier.reset(), barrier.broken)
        with manager.Pool(2) as pool:
            print(pool.map(abs, [-1, 2, -3]), pool.apply(max, (1, 2)), pool.apply_async(pow, (2, 5)).get(), list(pool.imap(abs, [-4])))
    try:
        shared["a"]
    except Exception as error:
        print(isinstance(error, (ConnectionError, FileNotFoundError)))
    try:
        with manager:
            pass
    except multiprocessing.ProcessError as error:
        print(error)


if __name__ == "__main__":
    main()
