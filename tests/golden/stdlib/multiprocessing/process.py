# Process objects: start, exit codes, names, states.
import multiprocessing
import os
import sys
import time


def exit_with(code):
    sys.exit(code)


def show_names(queue):
    child = multiprocessing.Process(target=queue.put, args=("from the grandchild",))
    child.start()
    child.join()
    queue.put((multiprocessing.current_process().name, child.name, multiprocessing.parent_process().name))


class Custom(multiprocessing.Process):
    def run(self):
        print("run() of", self.name)


def quiet_failure():
    sys.stderr = open(os.devnull, "w")
    1 / 0


for code in (None, 3, 0):
    process = multiprocessing.Process(target=exit_with, args=(code,))
    process.start()
    process.join()
    print(process.exitcode, process.is_alive())
process = multiprocessing.Process(target=quiet_failure)
process.start()
process.join()
print(process.exitcode)
process = Custom(name="a name of its own")
process.start()
process.join()

process = multiprocessing.Process(target=time.sleep, args=(60,), daemon=True)
print(repr(process).replace(str(os.getpid()), "PARENT"), process.pid, process.exitcode, process.daemon)
process.start()
print(repr(process).replace(str(os.getpid()), "PARENT").replace(str(process.pid), "PID"), process in multiprocessing.active_children())
process.join(0.001)
print(process.is_alive())
try:
    process.close()
except ValueError as error:
    print(error)
process.terminate()
process.join()
print(repr(process).replace(str(os.getpid()), "PARENT").replace(str(process.pid), "PID"), process.exitcode)
process.close()
try:
    process.is_alive()
except ValueError as error:
    print(error)
process = multiprocessing.Process(target=time.sleep, args=(60,))
process.start()
process.kill()
process.join()
print(process.exitcode)

queue = multiprocessing.Queue()
process = multiprocessing.Process(target=show_names, args=(queue,))
process.start()
print(queue.get(), *queue.get())
process.join()
process = multiprocessing.Process(target=print)
for call in (process.join, lambda: process.sentinel, lambda: multiprocessing.Process(group=1)):
    try:
        call()
    except (AssertionError, ValueError) as error:
        print(type(error).__name__, error)
print(multiprocessing.current_process().name, multiprocessing.parent_process(), multiprocessing.active_children(), multiprocessing.cpu_count() == os.cpu_count())
