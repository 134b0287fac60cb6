# When levels and captured exceptions are equal
import traceback

def fail():
    here = 1
    return 1 / 0

try:
    fail()
except ZeroDivisionError as error:
    plain, again = (traceback.TracebackException.from_exception(error) for _ in range(2))
    with_locals = traceback.TracebackException.from_exception(error, capture_locals=True)
    short = traceback.TracebackException.from_exception(error, limit=1)
print(plain == again, plain == with_locals, plain == short, plain != short, plain == 1)

level = traceback.FrameSummary("file", 1, "name", line="text")
print(level == traceback.FrameSummary("file", 1, "name", line="another"), level == traceback.FrameSummary("file", 1, "name", locals={"a": 1}))
print(level == ("file", 1, "name", "text"), level == ["file", 1, "name", "text"])
