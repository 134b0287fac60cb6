# threading.excepthook gets what ends a thread; SystemExit is silent.
import threading, sys
seen = []
def hook(args): seen.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
threading.excepthook = hook
def fail(): raise ValueError("in thread")
def leave(): raise SystemExit(3)
for f in (fail, leave):
  t = threading.Thread(target=f, name=f.__name__); t.start(); t.join()
print(seen)
threading.excepthook = threading.__excepthook__
print(threading.excepthook is threading.__excepthook__)
