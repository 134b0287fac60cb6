# An exception in emit() is shown with the program's own part of the call stack, whichever handler it was; the message may be impossible to show.
import logging
import logging.handlers
import queue
import re
import sys


class Report:
    """Standard error without the library's own levels, whose files and lines are not the same everywhere."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def show(self):
        stack = self.text[self.text.index("Call stack:"):]
        print(re.sub(r'File ".*[/\\](\w+\.py)", line \d+', r'File "\1"', stack))


class Unshown:
    def __repr__(self):
        raise ValueError("no repr")


def log_with(handler, message, *arguments):
    logger = logging.Logger("own")
    logger.addHandler(handler)
    saved, sys.stderr = sys.stderr, Report()
    try:
        logger.warning(message, *arguments)
        report = sys.stderr
    finally:
        sys.stderr = saved
    report.show()


log_with(logging.handlers.QueueHandler(queue.Queue()), "bad %d", "x")
log_with(logging.StreamHandler(sys.stdout), "bad %d", "x")
log_with(logging.StreamHandler(sys.stdout), "%s", Unshown())


class Closing(logging.Handler):
    def __init__(self, name):
        super().__init__()
        self.label = name

    def flush(self):
        print("flush", self.label)

    def close(self):
        print("close", self.label)
        super().close()


# shutdown() flushes and closes every handler that lives, also those that were closed before, and so does the end of the program.
first, second = Closing("first"), Closing("second")
second.close()
logging.shutdown()
print("end of the script")
