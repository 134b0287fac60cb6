# Functions of threading that the other tests do not use: old names.
import threading, warnings

def told(function, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = function(*args)
    print(result, [f"{w.category.__name__}: {w.message}" for w in seen])
t = threading.Thread(target=print, name="first")
told(t.getName); told(t.setName, "second"); told(t.isDaemon); told(t.setDaemon, True); told(threading.currentThread().getName); told(threading.activeCount); told(threading.Event().isSet)
print(t.name, t.daemon)
c = threading.Condition()
with c: told(c.notifyAll)
