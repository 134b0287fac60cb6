"""sys.setprofile: events of calls, returns, natives, generators and exceptions."""
import sys
import threading

events = []


def hook(frame, event, arg):
    code = frame.f_code
    if code.co_filename != __file__:
        return
    what = getattr(arg, "__name__", arg) if event.startswith("c_") else arg
    events.append((event, code.co_name, what))


def shown(title):
    sys.setprofile(None)
    print("--", title)
    for event in events:
        print(*event)
    events.clear()


def add(a, b):
    return a + b


def numbers():
    got = yield 1
    yield got
    return 3


def fails():
    raise ValueError("no")


def guarded():
    try:
        fails()
    except ValueError:
        return "caught"


class Thing:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


def calls():
    add(1, 2)
    add(a=1, b=2)
    add(*(1, 2))
    thing = Thing(3)
    len(thing)
    [].append(1)
    sorted([2, 1], key=abs)
    map(abs, [1])


sys.setprofile(hook)
calls()
shown("calls")
sys.setprofile(hook)
guarded()
shown("exceptions")
sys.setprofile(hook)
n = numbers()
next(n)
n.send("x")
list(n)
shown("generators")


async def leaf():
    return 1


async def root():
    return await leaf()


sys.setprofile(hook)
try:
    root().send(None)
except StopIteration:
    pass
shown("coroutines")


def bad(frame, event, arg):
    raise RuntimeError("from the hook")


sys.setprofile(bad)
try:
    add(1, 2)
except RuntimeError as error:
    print(error, sys.getprofile())


def own():
    sys.setprofile(hook)
    return add(3, 4)


own()
print(sys.getprofile() is hook)
shown("enabled inside")
sys.setprofile(hook)
t = threading.Thread(target=add, args=(5, 6))
t.start()
t.join()
shown("other threads have their own hooks")
threading.setprofile(hook)
print(threading.getprofile() is hook)
t = threading.Thread(target=add, args=(5, 6))
t.start()
t.join()
threading.setprofile(None)
shown("threading.setprofile")
