# sys.excepthook(): the traceback it is given counts only for an exception that has none of its own.
import sys

def failing():
    raise ValueError("with a traceback")

sys.stderr = sys.stdout
try:
    failing()
except ValueError as error:
    raised = error

sys.excepthook(type(raised), raised, None)
fresh = KeyError("never raised")
sys.excepthook(KeyError, fresh, None)
sys.excepthook(KeyError, fresh, raised.__traceback__)
print(fresh.__traceback__ is raised.__traceback__)
for arguments in ((), (ValueError, raised)):
    try:
        sys.excepthook(*arguments)
    except TypeError as error:
        print(error)
