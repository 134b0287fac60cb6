# What is printed of an exception that nobody can receive: the last stack, the class and the text. No chain, no notes, no members of groups.
import _thread
import io
import re
import sys
import time


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no text")


def chained():
    try:
        raise KeyError("first")
    except KeyError:
        raise LookupError("second")


def noted():
    error = ValueError("with a note")
    error.add_note("the note")
    raise error from OSError("the cause")


def group():
    raise ExceptionGroup("members", [ValueError(1), KeyError(2)])


def without_text():
    raise StopIteration


def unprintable():
    raise Unprintable


def report_of(action):
    sys.stderr = io.StringIO()
    _thread.start_new_thread(action, ())
    while not re.search(r"^[A-Za-z_.]+: .*\n\Z", sys.stderr.getvalue(), re.MULTILINE):
        time.sleep(0.001)
    text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
    return re.sub('0x[0-9a-f]+', '0x', text).replace(__file__, "FILE")


for action in (chained, noted, group, without_text, unprintable):
    print(report_of(action))
