# What every thread is doing, as a program shows it that seems to hang.
import sys
import threading
import traceback

def wait_for(event):
    started.release()
    event.wait()

started = threading.Semaphore(0)
events = {name: threading.Event() for name in ("first", "second")}
threads = [threading.Thread(target=wait_for, args=(event,), name=name) for name, event in events.items()]
for thread in threads:
    thread.start()
    started.acquire()
frames = sys._current_frames()
for thread in sorted(threading.enumerate(), key=lambda thread: thread.name):
    stack = traceback.extract_stack(frames[thread.ident])
    print(thread.name, [level.name for level in stack if level.filename == __file__])
for event in events.values():
    event.set()
for thread in threads:
    thread.join()
print(list(sys._current_frames()) == [threading.get_ident()])

try:
    1 / 0
except ZeroDivisionError as error:
    print(sys._current_exceptions()[threading.get_ident()][1] is error)
print(sys._current_exceptions()[threading.get_ident()])
