# Semaphores that are given back wrong numbers; a local whose __init__ fails in a thread.
import threading

for make in (threading.Semaphore, lambda n: threading.BoundedSemaphore(n + 9)):
    semaphore = make(1)
    for n in (0, -1, 1.5, "x", True):
        try:
            print(semaphore.release(n))
        except Exception as e:
            print(type(e).__name__, e)


class Local(threading.local):
    def __init__(self):
        print("init in", threading.current_thread().name)
        self.early = 1
        if threading.current_thread() is not threading.main_thread():
            raise ValueError("not here")


local = Local()


def work():
    for _ in range(2):
        try:
            local.early
        except ValueError as e:
            print(e)


thread = threading.Thread(target=work, name="other")
thread.start()
thread.join()
print(local.early)
