# Timers interrupt loops, sleeps, locks and reads.
import os
import signal
import threading
import time


class Time(Exception):
    pass


def over(number, frame):
    raise Time


def endless():
    while True:
        pass


lock = threading.Lock()
lock.acquire()
read_end, write_end = os.pipe()
signal.signal(signal.SIGALRM, over)
for work in (endless, lambda: time.sleep(60), lock.acquire, lambda: os.read(read_end, 1), signal.pause):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.005)
        work()
    except Time:
        print("interrupted")
print(signal.getitimer(signal.ITIMER_REAL), signal.alarm(100), signal.alarm(0))
for call in (lambda: signal.setitimer(99, 1), lambda: signal.setitimer(signal.ITIMER_REAL, -1), lambda: signal.getitimer(99)):
    try:
        call()
    except signal.ItimerError as error:
        print(type(error).__name__, error)
