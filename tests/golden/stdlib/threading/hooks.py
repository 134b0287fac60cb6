# Trace and profile functions of threads can be unset.
import threading

print(threading.gettrace(), threading.getprofile(), threading.settrace(None), threading.setprofile(None))
