# Functions run at the end in reverse order, those that fail do not stop the others.
import atexit
import sys


def say(*words, end="."):
  print(*words, end=end + "\n")


atexit.register(say, "registered first")
second = atexit.register(say, "second", end="!")
print(second is say)


@atexit.register
def decorated():
  say("decorated")


def gone():
  say("never")


atexit.register(gone)
atexit.register(gone)
atexit.unregister(gone)
try:
  atexit.register(5)
except TypeError as error:
  print(error)


@atexit.register
def failing():
  raise ZeroDivisionError("in a function of atexit")


def tell(unraisable):
  print(unraisable.err_msg, unraisable.object is failing, repr(unraisable.exc_value))


sys.unraisablehook = tell
print("end of the program")
