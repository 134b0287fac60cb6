# sys.tracebacklimit shows the most recent levels of an uncaught exception.
import sys


def inner(): raise ValueError("inner")
def middle(): inner()


sys.tracebacklimit = 1
middle()
