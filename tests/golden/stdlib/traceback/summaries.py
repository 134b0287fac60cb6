# StackSummary, FrameSummary and TracebackException used piece by piece: lists with carets, limits, groups, chains, own texts of levels.
import sys
import traceback


def inner(n):
    if n:
        return inner(n - 1)
    return {"a": [1]}["a"][3] + 1


def outer():
    inner(2)


def plain(lines):
    return "".join(lines).replace(__file__, "FILE")


try:
    outer()
except IndexError as error:
    caught = error
stack = traceback.extract_tb(caught.__traceback__)
print(plain(traceback.format_list(stack)))
print(plain(stack.format()[-1:]), stack[-1].colno, stack[-1].end_colno, stack[-1].end_lineno == stack[-1].lineno)
for limit in (1, 2, -1, -2, 0, 100):
    print(limit, [level.name for level in traceback.extract_tb(caught.__traceback__, limit)],
          [level.name for level in traceback.TracebackException.from_exception(caught, limit=limit).stack])
print(plain(traceback.TracebackException.from_exception(caught, limit=1).format()))
sys.tracebacklimit = 1
print([level.name for level in traceback.extract_tb(caught.__traceback__)])
del sys.tracebacklimit

print(list(traceback.TracebackException.from_exception(ValueError("x")).format()))
frame = traceback.FrameSummary("nowhere.py", 3, "f", line="  x = 1\n", locals={"b": [2], "a": "t"})
print(frame, tuple(frame), len(frame), frame == ("nowhere.py", 3, "f", "x = 1"), frame[1], frame.locals, frame.colno)
print(traceback.FrameSummary("nowhere.py", None, "f").line, repr(traceback.FrameSummary("nowhere.py", 3, "f").line))
print(plain(traceback.StackSummary.from_list([frame, ("other.py", 1, "g", "y")]).format()), end="")
print(plain(traceback.StackSummary.from_list([("a.py", 1, "g", "y")] * 5 + [("a.py", 2, "g", "z")] * 4).format()), end="")


class Short(traceback.StackSummary):
    def format_frame_summary(self, level):
        return None if level.name == "outer" else f"[{level.name}]\n"


print(Short(stack).format())


def here(how):
    return how()


for how in (lambda: traceback.extract_stack(), lambda: traceback.extract_stack(limit=2), lambda: traceback.extract_stack(limit=-1),
            lambda: traceback.extract_stack(sys._getframe()), lambda: traceback.extract_stack(sys._getframe(1), limit=1),
            lambda: traceback.StackSummary.extract(traceback.walk_stack(None), limit=2), lambda: traceback.extract_stack(limit=0)):
    print([level.name for level in here(how)])
traceback.print_list([("a.py", 1, "f", "x")], file=sys.stdout)
print(plain(here(lambda: traceback.format_stack(limit=1))), end="")


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("context")
    except KeyError as error:
        raise RuntimeError("last") from error


try:
    chained()
except RuntimeError as error:
    captured = traceback.TracebackException.from_exception(error)
    print(plain(captured.format()))
    print(plain(captured.format(chain=False)))
    print(captured == traceback.TracebackException.from_exception(error), captured == 3, str(captured), captured.exc_type)
    print(captured.__cause__.exc_type, captured.__cause__.__context__.exc_type, captured.__context__ is None, captured.__suppress_context__)
    compact = traceback.TracebackException.from_exception(error, compact=True)
    print(compact.__context__, compact.__cause__.exc_type)

parts = [ValueError(i) for i in range(4)] + [ExceptionGroup("deep", [TypeError("t"), ExceptionGroup("deeper", [OSError(1)])])]
group = ExceptionGroup("group", parts)
group.add_note("a note\nof two lines")
for options in ({}, {"max_group_width": 2}, {"max_group_depth": 1}, {"max_group_width": 1, "max_group_depth": 2}):
    print(options)
    print("".join(traceback.TracebackException(type(group), group, None, **options).format()), end="")

error = first = ValueError(0)
for i in range(3000):
    following = ValueError(i + 1)
    following.__context__ = error
    error = following
lines = list(traceback.TracebackException.from_exception(error).format())
print(len(lines), lines[0], lines[-1], end="")
traceback.clear_frames(caught.__traceback__)
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 2, 3, "a b", 2, 4))))
