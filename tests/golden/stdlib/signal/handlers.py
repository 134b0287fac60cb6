# Handlers: what is set, what arrives, what is refused.
import os
import signal
import threading


def attempt(call):
    try:
        print(call())
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


log = []
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)), repr(signal.getsignal(signal.SIGPIPE)))
print(repr(signal.signal(signal.SIGUSR1, lambda number, frame: log.append((number, frame.f_code.co_name)))))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
print(log)
attempt(lambda: signal.signal(signal.SIGKILL, print))
attempt(lambda: signal.signal(0, print))
attempt(lambda: signal.signal(65, print))
attempt(lambda: signal.signal(signal.SIGUSR1, 5))
attempt(lambda: signal.getsignal(100))
thread = threading.Thread(target=attempt, args=(lambda: signal.signal(signal.SIGUSR1, print),))
thread.start()
thread.join()


def failing(number, frame):
    raise LookupError("from the handler")


signal.signal(signal.SIGUSR1, failing)
try:
    os.kill(os.getpid(), signal.SIGUSR1)
    for _ in range(1_000_000):
        pass
except LookupError as error:
    print(error)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(repr(signal.signal(signal.SIGUSR1, signal.SIG_DFL)))
