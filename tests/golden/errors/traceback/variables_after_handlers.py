# The variables of a level of a traceback are those at the end of the frame: what an except clause forgets and a finally changes counts.
import sys


def handler(number):
    squares = [number]
    try:
        1 / 0
    except ZeroDivisionError as error:
        in_handler = repr(error)
        raise KeyError("from the handler") from error


def finally_clause():
    state = "open"
    try:
        handler(3)
    finally:
        state = "closed"


def loop():
    for index in range(3):
        try:
            finally_clause()
        finally:
            del index


def generator():
    try:
        yield
    except KeyError as error:
        seen = len(error.args)
        raise


running = generator()
next(running)
try:
    loop()
except KeyError as caught:
    try:
        running.throw(caught)
    except KeyError as error:
        level = error.__traceback__
        while level:
            name = level.tb_frame.f_code.co_name
            print(name, level.tb_lineno, dict(level.tb_frame.f_locals) if name != "<module>" else "")
            level = level.tb_next
