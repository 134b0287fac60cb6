# Trace and profile functions of threads can be unset.
import threading

print(threading.gettrace(), threading.getprofile(), threading.settrace(None), threading.setprofile(None))

# Without a hook no thread can be made.
threading.excepthook = None
try:
    threading.Thread(target=print)
except RuntimeError as e:
    print(e)
threading.excepthook = threading.__excepthook__
