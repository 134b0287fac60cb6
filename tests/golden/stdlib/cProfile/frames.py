"""sys.setprofile: a call and its return have the same frame object, so tables may be keyed by it."""
import sys

started = {}
finished = []


def hook(frame, event, arg):
    if event == "call":
        started[frame] = frame.f_code.co_name
    elif event == "return" and frame in started:
        finished.append((started.pop(frame), arg, frame.f_back.f_code.co_name, frame.f_back in started, sorted(frame.f_locals)))


def inner(x):
    y = x * 2
    return y


def outer(n):
    total = sum(inner(i) for i in range(n))
    if n:
        outer(n - 1)
    return total


sys.setprofile(hook)
outer(2)
sys.setprofile(None)
print(*finished, sep="\n")
print(len(started))
