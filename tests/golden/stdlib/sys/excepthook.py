# sys.excepthook(): the traceback it is given counts only for an exception that has none of its own.
import contextlib
import io
import sys


def shown(*arguments):
    with contextlib.redirect_stderr(io.StringIO()) as text:
        sys.excepthook(*arguments)
    print(text.getvalue().replace(__file__, "excepthook.py"), end="")


def failing():
    raise ValueError("with a traceback")


try:
    failing()
except ValueError as error:
    raised = error

shown(type(raised), raised, None)
fresh = KeyError("never raised")
shown(KeyError, fresh, None)
shown(KeyError, fresh, raised.__traceback__)
print(fresh.__traceback__ is raised.__traceback__)
for arguments in ((), (ValueError, raised)):
    try:
        sys.excepthook(*arguments)
    except TypeError as error:
        print(error)
try:
    sys.audit()
except TypeError as error:
    print(error)
