# Processes of the method 'spawn' get what they need in their arguments.
import multiprocessing


def work(queue, lock, value, array, end, event):
    with lock:
        value.value += 1
        array[0] = value.value
    queue.put((__name__, multiprocessing.current_process().name))
    end.send(event.wait(10))


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue, lock, value, array, event = context.Queue(), context.Lock(), context.Value("i", 41), context.Array("i", 2), context.Event()
    here, there = context.Pipe()
    process = context.Process(target=work, args=(queue, lock, value, array, there, event), name="worker")
    process.start()
    print(queue.get())
    event.set()
    print(here.recv())
    process.join()
    print(value.value, array[:], process.exitcode)
    print(multiprocessing.get_start_method(), context.get_start_method())
    multiprocessing.set_start_method("spawn", force=True)
    print(multiprocessing.get_start_method())
    for call in (lambda: multiprocessing.set_start_method("fork"), lambda: multiprocessing.get_context("none"), lambda: context.set_start_method("fork")):
        try:
            call()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, error)
