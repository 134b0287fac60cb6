# threading.ExceptHookArgs is a tuple of four with names; excepthook() takes nothing else.
import threading
for hook in (threading.excepthook, threading.__excepthook__):
    try:
        hook(5)
    except TypeError as e:
        print(e)
Args = threading.ExceptHookArgs
print(Args, Args.__match_args__, Args.n_fields)
print(Args((1, 2, 3, 4)), Args("abcd").thread)
for given in ((), (5,), ([1, 2],), ((1, 2, 3, 4), 5)):
    try:
        Args(*given)
    except TypeError as e:
        print(given, e)
def fail():
    raise LookupError("in a thread")
try:
    fail()
except LookupError as e:
    main = threading.current_thread()
    threading.excepthook(Args((LookupError, e, None, main)))
    threading.excepthook(Args((LookupError, None, None, main)))
threading.excepthook(Args((SystemExit, None, None, None)))
threading.excepthook = lambda args: print(type(args) is Args, args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=fail, name="worker")
thread.start()
thread.join()
