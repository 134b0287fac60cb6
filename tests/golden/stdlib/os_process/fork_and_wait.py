# fork(), and what the parent learns about the child.
import os
import sys
import threading


def in_child(function):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        code = 99
        try:
            code = function()
        finally:
            sys.stdout.flush()
            os._exit(code)
    ended, status = os.waitpid(pid, 0)
    print(ended == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status))


def child():
    print("in the child", os.getppid() == parent)
    return 3


def with_a_loop():
    import asyncio

    async def main():
        await asyncio.sleep(0)
        return 4

    return asyncio.run(main())


def with_threads():
    print(threading.active_count(), threading.current_thread() is threading.main_thread())
    thread = threading.Thread(target=print, args=("a thread of the child",))
    thread.start()
    thread.join()
    return 5


parent = os.getpid()
in_child(child)
in_child(with_a_loop)
stop = threading.Event()
other = threading.Thread(target=stop.wait)
other.start()
in_child(with_threads)
stop.set()
other.join()
in_child(lambda: os.kill(os.getpid(), 9))
notes = []
os.register_at_fork(before=lambda: print("before", flush=True), after_in_parent=lambda: notes.append("in the parent"),
                    after_in_child=lambda: print("in the child", flush=True))
in_child(lambda: 0)
print(notes)
try:
    os.wait()
except ChildProcessError as error:
    print(error)
