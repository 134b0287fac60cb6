# Whatever fails, SystemExit included, is told and changes nothing else; what is registered meanwhile does not run any more.
import atexit
import sys


def leave():
    sys.exit(5)


def register_more():
    atexit.register(print, "never")
    print("registered too late")


def unregister_next():
    atexit.unregister(print)
    print("unregistered the next one")


def tell(unraisable):
    print(unraisable.err_msg, unraisable.object.__name__, repr(unraisable.exc_value))


sys.unraisablehook = tell
atexit.register(leave)
atexit.register(register_more)
atexit.register(print, "unregistered")
atexit.register(unregister_next)
for function, arguments in ((atexit.register, ()), (atexit.unregister, ()), (atexit.register, (None,))):
    try:
        function(*arguments)
    except TypeError as error:
        print(error)
sys.exit(3)
